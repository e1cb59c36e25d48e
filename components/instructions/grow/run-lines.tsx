import { runTitle, STATE_TONE } from "#components/jobs/run-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Run } from "#lib/jobs/contract.ts";

/** Runs that made candidates, each with what became of them. */
export function RunLines({ project, runs }: { project: string; runs: readonly Run[] | undefined }) {
  if (!runs) {
    return (
      <div className="p-4">
        <SkeletonLines lines={2} />
      </div>
    );
  }
  if (runs.length === 0) {
    return (
      <p className="p-4 text-ink-muted">
        None yet. What a run accepts becomes an instruction at once; what it drops stays to be looked at.
      </p>
    );
  }
  const at = `/projects/${project}`;
  const count = (run: Run, name: string) => (run.counts[name] ?? 0).toLocaleString("en");
  return (
    <ul className="divide-y divide-line">
      {runs.map((run) => (
        <li key={run.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
          <span className="min-w-44 flex-1">
            <TextLink href={`${at}/runs/${run.id}`}>{runTitle(run)}</TextLink>{" "}
            <span className="text-ink-faint text-xs">
              run {run.id}, <RelativeTime at={run.createdAt} />
            </span>
          </span>
          <Badge tone={STATE_TONE[run.state]}>{run.state}</Badge>
          <span className="w-28 text-right tabular-nums">{count(run, "accepted")} accepted</span>
          <span className="w-28 text-right text-ink-muted tabular-nums">{count(run, "dropped")} dropped</span>
          <TextLink href={`${at}/candidates?run=${run.id}`}>Candidates</TextLink>
        </li>
      ))}
    </ul>
  );
}
