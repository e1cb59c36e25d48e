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
  const { kind, model, author, modelHidden, temperature, tokens, key, createdAt, verifiedAt, meta } = path;
  return (
    <Panel title="Facts">
      <KeyValueList
        className="[&>div]:grid-cols-[6rem_1fr]"
        items={[
          author === null
            ? { label: "Model", value: <ModelName model={model} hidden={modelHidden} /> }
            : { label: "Author", value: author },
          { label: "Kind", value: <span title={KIND_HINT[kind]}>{KIND_LABEL[kind]}</span> },
          { label: "Temperature", value: temperature ?? none },
          { label: "Tokens", value: tokens?.toLocaleString("en") ?? none },
          { label: "Key", value: <CodeInline>{key}</CodeInline> },
          { label: author === null ? "Imported" : "Written", value: <RelativeTime at={createdAt} /> },
          { label: "Verified", value: verifiedAt === null ? none : <RelativeTime at={verifiedAt} /> },
        ]}
      />
      <MetaFields meta={meta} />
    </Panel>
  );
}
