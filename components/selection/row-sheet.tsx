import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { PathTrace } from "#components/paths/path-trace.tsx";
import { VerdictMark } from "#components/paths/verdict-mark.tsx";
import { Failure } from "#components/problems/failure.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { SelectionPath } from "#lib/selection/contract.ts";
import { rowQuery } from "./queries.ts";
import { REASON_WORD } from "./selection-words.ts";

interface RowSheetProps {
  project: string;
  selection: number;
  /** Null: closed. */
  path: number | null;
  onClose: () => void;
}

/** A path of a selection beside the nearest kept one. */
export function RowSheet({ project, selection, path, onClose }: RowSheetProps) {
  const query = useQuery({ ...rowQuery(api, project, selection, path ?? 1), enabled: path !== null });
  const row = query.data?.path;
  return (
    <Dialog
      open={path !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="xl"
      title={row ? `${row.kept ? "Kept" : "Dropped"}: ${REASON_WORD[row.reason]}` : "Path"}
      description={row?.detail ?? undefined}
    >
      {query.isError ? (
        <Failure
          error={query.error}
          what="This path"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : query.data ? (
        <div className="grid gap-4 md:grid-cols-2">
          <Side project={project} name="This path" path={query.data.path} />
          {query.data.nearest ? (
            <Side
              project={project}
              name={`Nearest kept one${row?.distance == null ? "" : `, ${row.distance.toFixed(3)} away`}`}
              path={query.data.nearest}
            />
          ) : (
            <p className="text-ink-muted">No other path of this problem is kept.</p>
          )}
        </div>
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Dialog>
  );
}

function Side({ project, name, path }: { project: string; name: string; path: SelectionPath }) {
  return (
    <section aria-label={name} className="flex min-w-0 flex-col rounded-lg border border-line">
      <header className="flex flex-wrap items-center gap-3 border-line border-b px-4 py-2">
        <h3 className="font-medium">{name}</h3>
        <VerdictMark verdict={path.verdict} />
        <TextLink href={`/projects/${project}/paths/${path.pathId}`}>{path.model ?? "A person"}</TextLink>
      </header>
      <PathTrace segments={path.segments} label={name} maxHeight={420} />
    </section>
  );
}
