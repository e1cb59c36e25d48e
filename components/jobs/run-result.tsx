import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { resultItems } from "./result-items.ts";

/** What a run says it did. */
export function RunResult({ result }: { result: Record<string, unknown> }) {
  const items = resultItems(result);
  if (items.length === 0) return null;
  return (
    <Panel title="Result" className="mt-4">
      <KeyValueList columns={2} items={items} />
    </Panel>
  );
}
