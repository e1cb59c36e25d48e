"use client";

import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { meQuery } from "#components/projects/queries.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { ShortcutsDialog } from "#components/ui/shortcuts-dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { AnswerBar } from "./answer-bar.tsx";
import { AnswerSide } from "./answer-side.tsx";
import { ANSWER_KEYS, SHORTCUT_GROUPS } from "./keys.ts";
import { ProblemStrip } from "./problem-strip.tsx";
import { reviewProgressQuery } from "./queries.ts";
import { ReviewProgress } from "./review-progress.tsx";
import { useReview } from "./use-review.ts";

type View = "source" | "rendered";

export function ReviewScreen({ project }: { project: string }) {
  const me = useQuery(meQuery(api));
  if (!me.data) return <Skeleton className="m-4 h-96" />;
  return <ReviewRoom project={project} userId={me.data.id} />;
}

function ReviewRoom({ project, userId }: { project: string; userId: string }) {
  const progress = useQuery(reviewProgressQuery(api, project));
  const review = useReview(project, userId);
  const [view, setView] = useState<View>("source");
  const [problemShown, setProblemShown] = useState(true);
  const [help, setHelp] = useState(false);

  useHotkeys({
    ...Object.fromEntries(ANSWER_KEYS.map(({ keys, answer }) => [keys, () => review.vote(answer)])),
    u: () => void review.undo(),
    r: () => setView((now) => (now === "source" ? "rendered" : "source")),
    p: () => setProblemShown((now) => !now),
    "?": () => setHelp(true),
  });

  const { current } = review;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2">
        <h1 className="font-semibold">Review</h1>
        <ReviewProgress progress={progress.data} pending={review.pending} offline={review.offline} />
        <Segmented<View>
          label="How answers are shown"
          size="sm"
          value={view}
          onChange={setView}
          options={[
            { value: "source", label: "Source" },
            { value: "rendered", label: "Rendered" },
          ]}
        />
      </div>
      {current ? (
        <>
          <ProblemStrip unit={current} shown={problemShown} onToggle={() => setProblemShown((now) => !now)} />
          <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3 md:flex-row md:overflow-hidden">
            <AnswerSide side="A" path={current.a} view={view} />
            <AnswerSide side="B" path={current.b} view={view} />
          </div>
        </>
      ) : (
        <Waiting review={review} judged={progress.data?.judged ?? 0} open={progress.data?.open ?? 0} />
      )}
      <AnswerBar
        disabled={current === null}
        onVote={review.vote}
        onUndo={() => void review.undo()}
        onHelp={() => setHelp(true)}
      />
      <ShortcutsDialog open={help} onOpenChange={setHelp} groups={SHORTCUT_GROUPS} />
    </div>
  );
}

interface WaitingProps {
  review: ReturnType<typeof useReview>;
  judged: number;
  open: number;
}

/** What stands in place of a pair: still loading, failed, all done, or nothing mined yet. */
function Waiting({ review, judged, open }: WaitingProps) {
  if (review.loading) {
    return (
      <div className="flex min-h-0 flex-1 flex-col gap-3 p-3 md:flex-row">
        <Skeleton className="min-h-72 flex-1" />
        <Skeleton className="min-h-72 flex-1" />
      </div>
    );
  }
  if (review.failure) {
    return (
      <div className="flex-1">
        <ErrorState message={review.failure.message} onRetry={() => void review.retry()} />
      </div>
    );
  }
  const nothing = judged + open === 0;
  return (
    <div className="flex-1">
      <EmptyState icon={<Scale />} title={nothing ? "No pairs yet" : "Nothing waits for you"}>
        {nothing
          ? "A lead mines pairs from checked paths: correct against incorrect answers to one problem. They appear here by themselves."
          : open > 0
            ? "Others hold the pairs that are left. This page looks again every few seconds."
            : "Every pair has been judged. New ones appear here by themselves; u takes your last vote back."}
      </EmptyState>
    </div>
  );
}
