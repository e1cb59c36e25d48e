import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { PreviewRow } from "#lib/datasets/contract.ts";

interface PreviewRowsProps {
  project: string;
  rows: readonly PreviewRow[];
  kept: number;
}

function beginning(path: PreviewRow["chosen"]): string {
  return path.segments
    .map((segment) => segment.content)
    .join("\n")
    .slice(0, 600);
}

/** The first rows as they would be exported: the problem, what is chosen, what is rejected. */
export function PreviewRows({ project, rows, kept }: PreviewRowsProps) {
  return (
    <Panel
      title="First rows"
      description={rows.length < kept ? `${rows.length} of ${kept.toLocaleString("en")}` : undefined}
      flush
      className="mt-4"
    >
      <ol className="divide-y divide-line">
        {rows.map((row) => (
          <li key={`${row.chosen.pathId}-${row.rejected?.pathId ?? 0}`} className="px-4 py-3">
            <p className="line-clamp-2">
              <TextLink href={`/projects/${project}/problems/${row.problemId}`}>
                {row.problemText.slice(0, 300)}
              </TextLink>
            </p>
            <div className="mt-2 grid gap-3 md:grid-cols-2">
              <Side label={row.rejected ? "chosen" : "path"} tone="good" path={row.chosen} />
              {row.rejected ? <Side label="rejected" tone="bad" path={row.rejected} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Side({ label, tone, path }: { label: string; tone: "good" | "bad"; path: PreviewRow["chosen"] }) {
  return (
    <div className="min-w-0">
      <p className="flex gap-2 text-xs">
        <span className={tone === "good" ? "font-medium text-good" : "font-medium text-bad"}>{label}</span>
        <span className="truncate text-ink-muted">
          {path.model ?? "person"}, {path.kind}, {path.verdict ?? "unchecked"}
        </span>
      </p>
      <pre className="mt-1 max-h-28 overflow-hidden whitespace-pre-wrap break-words font-mono text-xs text-ink-muted">
        {beginning(path)}
      </pre>
    </div>
  );
}
