import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, ExternalLink } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Fold } from "#components/problems/fold.tsx";
import { MathLine } from "#components/problems/math-line.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { DistanceMeasure, SelectionPath } from "#lib/selection/contract.ts";
import { PathSide, type PathView } from "./path-side.tsx";
import { rowQuery } from "./queries.ts";
import { distanceSentence, REASON_WORD, reasonSentence } from "./selection-words.ts";

const VIEWS = [
  { value: "differences", label: "Differences", shortcut: "d" },
  { value: "written", label: "As written" },
] as const satisfies readonly { value: PathView; label: string; shortcut?: string }[];

interface RowDialogProps {
  project: string;
  selection: number;
  measure: DistanceMeasure;
  /** Null: closed. */
  path: number | null;
  /** To the row before (−1) or after (1); null where there is none. */
  steps: { before: (() => void) | null; after: (() => void) | null };
  onClose: () => void;
}

/** A path of a selection beside the nearest kept one, with why it was kept or dropped. */
export function RowDialog({ project, selection, measure, path, steps, onClose }: RowDialogProps) {
  const router = useRouter();
  const [view, setView] = useState<PathView>("differences");
  const query = useQuery({ ...rowQuery(api, project, selection, path ?? 1), enabled: path !== null });
  const row = query.data?.path;
  const href = `/projects/${project}/paths/${path}`;
  useHotkeys(
    {
      j: () => steps.after?.(),
      k: () => steps.before?.(),
      o: () => router.push(href),
      d: () => setView((now) => (now === "differences" ? "written" : "differences")),
    },
    { enabled: path !== null, inDialog: true },
  );
  return (
    <Dialog
      open={path !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="xl"
      title={row ? `${row.kept ? "Kept" : "Dropped"}: ${REASON_WORD[row.reason]}` : "Path"}
      description={row ? reasonSentence(row) : undefined}
      footer={
        <>
          <Button
            icon={<ChevronLeft />}
            shortcut="k"
            disabled={steps.before === null}
            onClick={() => steps.before?.()}
          >
            Before
          </Button>
          <Button
            icon={<ChevronRight />}
            shortcut="j"
            disabled={steps.after === null}
            onClick={() => steps.after?.()}
          >
            After
          </Button>
          <LinkButton href={href} icon={<ExternalLink />} shortcut="o">
            To the path
          </LinkButton>
        </>
      }
    >
      {query.data ? (
        <Sides
          project={project}
          measure={measure}
          view={view}
          onView={setView}
          path={query.data.path}
          nearest={query.data.nearest}
        />
      ) : query.isError ? (
        <Failure
          error={query.error}
          what="This path"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <SkeletonLines lines={12} />
      )}
    </Dialog>
  );
}

interface SidesProps {
  project: string;
  measure: DistanceMeasure;
  view: PathView;
  onView: (view: PathView) => void;
  path: SelectionPath;
  nearest: SelectionPath | null;
}

function Sides({ project, measure, view, onView, path, nearest }: SidesProps) {
  return (
    <div className="flex flex-col gap-3">
      <Fold title="Problem" hint={<MathLine text={path.problemText} />}>
        <MathText text={path.problemText} />
      </Fold>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-ink-muted">
          {path.distance === null || nearest === null
            ? "No other path of this problem is kept."
            : distanceSentence(path.distance, measure)}
        </p>
        {nearest ? <Segmented label="View" value={view} options={VIEWS} onChange={onView} /> : null}
      </div>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <PathSide project={project} name="This path" path={path} other={nearest} view={view} side="after" />
        {nearest ? (
          <PathSide
            project={project}
            name={path.kept ? "Nearest other kept one" : "Nearest kept one"}
            path={nearest}
            other={path}
            view={view}
            side="before"
          />
        ) : null}
      </div>
    </div>
  );
}
