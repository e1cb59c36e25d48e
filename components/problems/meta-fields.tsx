import { KeyValueList } from "#components/ui/key-value-list.tsx";

/** Fields of the imported record that Lemma has no word for; nothing where there are none. */
export function MetaFields({ meta }: { meta: Readonly<Record<string, unknown>> }) {
  const fields = Object.entries(meta);
  if (fields.length === 0) return null;
  return (
    <details className="mt-3 border-line border-t pt-3">
      <summary className="text-ink-muted hover:text-ink">
        {fields.length === 1 ? "1 more field" : `${fields.length} more fields`} from the file
      </summary>
      <KeyValueList
        className="mt-2"
        items={fields.map(([label, value]) => ({
          label,
          value: (
            <span className="font-mono text-xs">
              {typeof value === "string" ? value : JSON.stringify(value)}
            </span>
          ),
        }))}
      />
    </details>
  );
}
