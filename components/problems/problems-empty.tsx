import { FileInput, Plus, SearchX, Sigma } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { Role } from "#lib/auth/contract.ts";

/** A table without rows because its filter leaves none. */
export function NothingMatches({ what, onClear }: { what: string; onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={`No ${what} match`}
      action={<Button onClick={onClear}>Clear the filters</Button>}
    >
      Take a filter away, or search for other words.
    </EmptyState>
  );
}

/** Who may not import is told who can. */
export function ImportAction({ project, role }: { project: string; role: Role | undefined }) {
  if (role === undefined || role === "reviewer") return null;
  return (
    <LinkButton variant="primary" href={`/projects/${project}/import`} icon={<FileInput aria-hidden />}>
      Import a file
    </LinkButton>
  );
}

export function NoProblems({ project, role }: { project: string; role: Role | undefined }) {
  return (
    <EmptyState
      icon={<Sigma />}
      title="No problems yet"
      action={
        <span className="flex flex-wrap justify-center gap-2">
          <ImportAction project={project} role={role} />
          {role === undefined || role === "reviewer" ? null : (
            <LinkButton href={`/projects/${project}/problems/new`} icon={<Plus aria-hidden />}>
              Write the first one
            </LinkButton>
          )}
        </span>
      }
    >
      {role === "reviewer"
        ? "A curator or lead imports the problems of this project; then they are listed here."
        : "A problem is a maths question with, where known, its reference answer. Problems come from a JSONL, CSV or Parquet file, or are written here one by one."}
    </EmptyState>
  );
}
