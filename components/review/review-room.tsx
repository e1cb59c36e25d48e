"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { api } from "#components/api/api.ts";
import { Callout } from "#components/ui/callout.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { WorkQueue } from "#lib/review/contract/work.ts";
import type { ReviewUnit, UnitAnswer } from "#lib/review/contract.ts";
import { reviewSteps } from "#lib/review/review-steps.ts";
import { AnswerBar } from "./answer-bar.tsx";
import { AnswerSide, type View } from "./answer-side.tsx";
import { CommentBar } from "./comment-bar.tsx";
import { InstructionsDialog } from "./instructions-dialog.tsx";
import { type Action, answerOf, shortcutsOf } from "./keymap.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { NoteDialog } from "./note-dialog.tsx";
import { OrderStrip } from "./order-strip.tsx";
import { ProblemStrip } from "./problem-strip.tsx";
import { reviewProgressQuery } from "./queries.ts";
import { type Ranking, ranked, rankingOf, ranksOf } from "./ranking.ts";
import { RefusedAnswers } from "./refused-answers.tsx";
import { ReviewProgress } from "./review-progress.tsx";
import { WARNING } from "./review-words.ts";
import { SeedChecks, toggled, UNSAID } from "./seed-checks.tsx";
import { stepLines } from "./step-lines.ts";
import { StepList } from "./step-list.tsx";
import { useDraft } from "./use-draft.ts";
import { useKeymap } from "./use-keymap.ts";
import { useReview } from "./use-review.ts";
import { Waiting } from "./waiting.tsx";

const VIEWS: readonly View[] = ["source", "rendered", "differences"];

interface ReviewRoomProps {
  project: string;
  queue: WorkQueue;
  userId: string;
}

/** One queue's work: what is asked on top, what it is about beneath, the answer at the bottom, all by key. */
export function ReviewRoom({ project, queue, userId }: ReviewRoomProps) {
  const { kind, id } = queue;
  const progress = useQuery(reviewProgressQuery(api, project, id)).data;
  const review = useReview(project, id, userId);
  const { current } = review;
  const draft = useDraft(project, id, current);
  const { remapped, remap } = useKeymap(userId);
  const { own, always } = useMemo(() => shortcutsOf(kind, remapped), [kind, remapped]);
  const [view, setView] = useState<View>("source");
  const [problemShown, setProblemShown] = useState(true);
  const [dialog, setDialog] = useState<"keys" | "instructions" | null>(null);
  const [noted, setNoted] = useState<Parameters<typeof draft.addNote>[0] | null>(null);
  const [said, setSaid] = useState("");
  const steps = useMemo(() => reviewSteps(current?.paths[0]?.segments ?? []), [current]);
  const [step, setStep] = useState(0);
  const [ranking, setRanking] = useState<Ranking>([]);
  const [tying, setTying] = useState(false);
  const checks = draft.draft.answer?.kind === "seed" ? draft.draft.answer : { ...UNSAID };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is begun belongs to the unit on the screen.
  useEffect(() => {
    const begun = current?.draft?.answer;
    setStep(begun?.kind === "first_wrong" ? (begun.step ?? 0) : 0);
    setRanking(begun?.kind === "ranking" ? rankingOf(begun.ranks) : []);
    setTying(false);
  }, [current?.unitId]);

  const send = (answer: UnitAnswer, words: string) => {
    if (!current) return;
    review.answer(answer, { comment: draft.draft.comment, notes: draft.draft.notes });
    const left = Math.max(0, (progress?.open ?? 1) - 1);
    setSaid(`${words}. Next one, ${left.toLocaleString("en")} left.`);
  };

  const act = (action: Action, label: string) => {
    const single = answerOf(action);
    if (single) return send(single, label);
    const place = /^place-(\d+)$/.exec(action)?.[1];
    if (place !== undefined) {
      const at = Number(place) - 1;
      if (current && at < current.paths.length) setRanking(ranked(ranking, at, tying));
      setTying(false);
      return;
    }
    switch (action) {
      case "good":
      case "bad":
      case "undecided":
        return send(
          {
            kind: "seed",
            verdict: action,
            clear: checks.clear,
            solvable: checks.solvable,
            answerRight: checks.answerRight,
          },
          label,
        );
      case "clear":
      case "solvable":
      case "answerRight":
        return draft.setAnswer({
          kind: "seed",
          verdict: "undecided",
          clear: checks.clear,
          solvable: checks.solvable,
          answerRight: checks.answerRight,
          [action]: toggled(checks[action]),
        });
      case "step-next":
        return setStep(Math.min(steps.length - 1, step + 1));
      case "step-before":
        return setStep(Math.max(0, step - 1));
      case "step-mark":
        return send({ kind: "first_wrong", step }, `Step ${step + 1}`);
      case "step-none":
        return send({ kind: "first_wrong", step: null }, label);
      case "rank-tie":
        return setTying(ranking.length > 0);
      case "rank-back":
        return setRanking(ranking.slice(0, -1));
      case "send": {
        const ranks = current ? ranksOf(ranking, current.paths.length) : null;
        return ranks
          ? send({ kind: "ranking", ranks }, "Order sent")
          : setSaid("Some answers have no place yet.");
      }
      case "undo":
        return void review.undo();
      case "comment":
        return document.getElementById("review-comment")?.focus();
      case "view":
        return setView(VIEWS[(VIEWS.indexOf(view) + 1) % viewsOf(current)] ?? "source");
      case "problem":
        return setProblemShown((shown) => !shown);
      case "instructions":
        return setDialog("instructions");
      case "help":
        return setDialog("keys");
    }
  };
  useHotkeys(
    Object.fromEntries(
      [...own, ...always].map(({ keys, action, label }) => [keys, () => act(action, label)]),
    ),
  );

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2">
        <h1 className="font-semibold">Review</h1>
        <span className="max-w-48 truncate text-ink-muted">{queue.name}</span>
        <ReviewProgress progress={progress} pending={review.pending} offline={review.offline} />
        {kind === "seed" || kind === "first_wrong" ? null : (
          <Segmented<View>
            label="How answers are shown"
            size="sm"
            value={view}
            onChange={setView}
            options={[
              { value: "source", label: "Source" },
              { value: "rendered", label: "Rendered" },
              ...(kind === "pair" ? [{ value: "differences" as const, label: "Differences" }] : []),
            ]}
          />
        )}
        <LinkButton size="sm" variant="ghost" href={`/projects/${project}/review/${id}/me`}>
          My figures
        </LinkButton>
      </div>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {progress?.warning ? (
        <Callout tone="warn" title={WARNING[progress.warning].title}>
          {WARNING[progress.warning].text}
        </Callout>
      ) : null}
      <RefusedAnswers refused={review.refused} onLetGo={review.letGo} />
      {current ? (
        <>
          <ProblemStrip
            unit={current}
            shown={problemShown || kind === "seed"}
            shortcut={always.find(({ action }) => action === "problem")?.keys}
            onToggle={() => setProblemShown((shown) => !shown)}
          />
          <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3 md:flex-row md:overflow-x-auto md:overflow-y-hidden">
            {kind === "seed" ? (
              <SeedChecks
                checks={checks}
                onChange={(next) => draft.setAnswer({ kind: "seed", verdict: "undecided", ...next })}
              />
            ) : null}
            {current.paths.map((path, at) => (
              <AnswerSide
                // The place is the side: its editor stays, and only what it shows changes.
                key={sideName(current, at)}
                name={sideName(current, at)}
                where={kind === "pair" ? (at === 0 ? "left" : "right") : ""}
                path={path}
                view={kind === "first_wrong" ? "source" : view}
                other={kind === "pair" ? (current.paths[1 - at] ?? null) : null}
                marked={kind === "first_wrong" ? stepLines(path, steps[step]) : null}
                onNote={(place) => setNoted({ ...place, text: "" })}
              />
            ))}
            {kind === "first_wrong" ? <StepList steps={steps} at={step} onChoose={setStep} /> : null}
          </div>
          {kind === "ranking" ? (
            <OrderStrip ranking={ranking} places={current.paths.length} tying={tying} />
          ) : null}
          <CommentBar draft={draft.draft} onComment={draft.setComment} onRemoveNote={draft.removeNote} />
        </>
      ) : (
        <Waiting review={review} queue={queue} open={progress?.open ?? 0} />
      )}
      <AnswerBar
        kind={kind}
        own={own}
        always={always}
        disabled={current === null}
        onAction={(action) => act(action, own.find((one) => one.action === action)?.label ?? "Skipped")}
      />
      <KeysDialog
        open={dialog === "keys"}
        onOpenChange={(open) => setDialog(open ? "keys" : null)}
        kind={kind}
        remapped={remapped}
        onRemap={remap}
      />
      <InstructionsDialog
        queue={queue}
        open={dialog === "instructions"}
        onOpenChange={(open) => setDialog(open ? "instructions" : null)}
      />
      <NoteDialog
        open={noted !== null}
        onClose={() => setNoted(null)}
        onSave={(text) => {
          if (noted) draft.addNote({ ...noted, text });
          setNoted(null);
        }}
      />
    </div>
  );
}

function sideName(unit: ReviewUnit, at: number): string {
  if (unit.kind === "pair") return at === 0 ? "A" : "B";
  return unit.paths.length === 1 ? "A" : String(at + 1);
}

/** Differences are between two. */
function viewsOf(unit: ReviewUnit | null): number {
  return unit?.kind === "pair" ? 3 : 2;
}
