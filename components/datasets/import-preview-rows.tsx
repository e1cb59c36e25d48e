import { Badge } from "#components/ui/badge.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ImportPreview } from "#lib/datasets/import-options.ts";

/** The first rows of the file as they would be imported. */
export function ImportPreviewRows({ rows }: { rows: ImportPreview["rows"] }) {
  if (rows.length === 0) return null;
  return (
    <Panel title="The first rows, as they would be imported" flush>
      <ol className="divide-y divide-line">
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a JSON array can share a line, and never move
          <li key={place} className="flex gap-4 px-4 py-2">
            <span className="w-12 shrink-0 text-right text-ink-faint">{row.line}</span>
            <div className="min-w-0 flex-1">
              {row.error ? <p className="text-bad">{row.error}</p> : null}
              {row.problems.map((problem) => (
                <p key={problem.text} className="line-clamp-2">
                  {problem.text}
                  {problem.answer === null ? null : (
                    <span className="ml-2 font-mono text-xs text-ink-muted">answer {problem.answer}</span>
                  )}
                </p>
              ))}
              {row.paths.map((path, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row's paths have no identity of their own yet
                <p key={index} className="mt-1 flex min-w-0 items-baseline gap-2 text-ink-muted">
                  <Badge mono>{path.kind}</Badge>
                  <span className="shrink-0">{path.model ?? "person"}</span>
                  <span className="min-w-0 truncate">{path.text}</span>
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
