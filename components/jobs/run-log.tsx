import { Panel } from "#components/ui/panel.tsx";
import { ToneDot } from "#components/ui/tone-dot.tsx";
import type { RunLogEntry } from "#lib/jobs/contract.ts";

const TONE = { info: "neutral", warning: "warn", error: "bad" } as const;

/** A run's messages in order; those about a line of a file name it. */
export function RunLog({ entries, count }: { entries: readonly RunLogEntry[]; count: number }) {
  if (entries.length === 0) return null;
  const more = count - entries.length;
  return (
    <Panel title="Messages" flush className="mt-4">
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.id} className="flex items-baseline gap-3 px-4 py-1.5">
            <ToneDot tone={TONE[entry.level]} label={entry.level} showLabel={false} />
            <span className="w-24 shrink-0 text-ink-muted">
              {entry.line === null ? "" : `line ${entry.line.toLocaleString("en")}`}
            </span>
            <span className="min-w-0 break-words">
              {entry.field === null ? null : <span className="font-mono text-xs">{entry.field} </span>}
              {entry.message}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="px-4 py-2 text-ink-muted">and {more.toLocaleString("en")} more</p> : null}
    </Panel>
  );
}
