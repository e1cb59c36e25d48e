import { LinkButton } from "#components/ui/link-button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Run } from "#lib/jobs/contract.ts";

interface RunningButtonProps {
  project: string;
  id: number;
  /** What goes on: "Checking". */
  what: string;
  /** Null until the first word of its progress. */
  run: Pick<Run, "done" | "total"> | null;
}

/** In place of a button whose run goes on: how far it is, and the way to it. */
export function RunningButton({ project, id, what, run }: RunningButtonProps) {
  const share = run?.total ? ` ${Math.floor((100 * run.done) / run.total)} %` : "";
  return (
    <LinkButton href={`/projects/${project}/runs/${id}`} icon={<Spinner />}>
      {`${what}${share}`}
    </LinkButton>
  );
}
