import { MetaFields } from "#components/problems/meta-fields.tsx";
import { CodeInline } from "#components/ui/code-inline.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Path } from "#lib/paths/contract.ts";
import { KIND_HINT, KIND_LABEL } from "./kind-words.ts";
import { ModelName } from "./model-name.tsx";

const none = <span className="text-ink-faint">—</span>;

/** What is known of a path beside its text. */
export function PathFacts({ path }: { path: Path }) {
  const { kind, model, modelHidden, temperature, tokens, key, createdAt, meta } = path;
  return (
    <Panel title="Facts">
      <KeyValueList
        className="[&>div]:grid-cols-[6rem_1fr]"
        items={[
          { label: "Model", value: <ModelName model={model} hidden={modelHidden} /> },
          { label: "Kind", value: <span title={KIND_HINT[kind]}>{KIND_LABEL[kind]}</span> },
          { label: "Temperature", value: temperature ?? none },
          { label: "Tokens", value: tokens?.toLocaleString("en") ?? none },
          { label: "Key", value: <CodeInline>{key}</CodeInline> },
          { label: "Imported", value: <RelativeTime at={createdAt} /> },
        ]}
      />
      <MetaFields meta={meta} />
    </Panel>
  );
}
