import { useMemo, useState } from "react";
import { AnswerText } from "#components/problems/answer-text.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RenderedOrRaw } from "#components/ui/rendered-or-raw.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { FullUnit } from "#lib/review/contract/queues.ts";
import { reviewSteps } from "#lib/review/review-steps.ts";
import { tally } from "./category-words.ts";
import { DecisionBar, type DecisionMode } from "./decision-bar.tsx";
import { decisionChoices } from "./decision-choices.ts";
import { type DecisionNotes, DecisionNotesFields } from "./decision-notes.tsx";
import { UnitConsensus } from "./unit-consensus.tsx";
import { UnitPaths } from "./unit-paths.tsx";
import { UnitSteps } from "./unit-steps.tsx";
import { UnitVotes } from "./unit-votes.tsx";
import { useDecision } from "./use-decision.ts";

interface AdjudicationProps {
  project: string;
  queue: number;
  unit: FullUnit;
}

/** Problem, paths, answers and what they come to, over the bar that decides. */
export function Adjudication({ project, queue, unit }: AdjudicationProps) {
  const [notes, setNotes] = useState<DecisionNotes>({ tags: unit.tags, remark: unit.remark ?? "" });
  const [asked, setAsked] = useState<DecisionMode>("decision");
  const deciding = useDecision(project, queue, unit);
  const mode = unit.gold === null ? asked : "gold";
  const counts = useMemo(() => tally(unit.votes.map(({ category }) => category)), [unit.votes]);
  const steps = useMemo(
    () => (unit.kind === "first_wrong" ? reviewSteps(unit.paths[0]?.segments ?? []) : []),
    [unit.kind, unit.paths],
  );
  const choices = useMemo(() => decisionChoices(unit.kind, steps.length), [unit.kind, steps]);
  const choose = (category: string) => {
    if (mode === "gold") deciding.setGold(category);
    else deciding.settle(category, notes);
  };
  useHotkeys(
    Object.fromEntries(
      choices.flatMap(({ keys, category }) => (keys === null ? [] : [[keys, () => choose(category)]])),
    ),
  );
  return (
    <>
      <PageBody className="max-w-none">
        <div className="flex flex-col gap-4">
          <Panel
            title="Problem"
            actions={
              unit.referenceAnswer === null ? null : (
                <span className="min-w-0 text-ink-muted">
                  Reference answer{" "}
                  <span className="text-ink">
                    <AnswerText answer={unit.referenceAnswer} />
                  </span>
                </span>
              )
            }
          >
            <RenderedOrRaw text={unit.problemText} />
          </Panel>
          <UnitPaths project={project} unit={unit} />
          {unit.kind === "first_wrong" ? (
            <UnitSteps steps={steps} counts={counts} chosen={unit.gold ?? unit.consensus} onChoose={choose} />
          ) : null}
          <UnitVotes unit={unit} />
          <UnitConsensus unit={unit} counts={counts} />
          <DecisionNotesFields
            project={project}
            value={notes}
            onChange={(part) => setNotes((now) => ({ ...now, ...part }))}
          />
        </div>
      </PageBody>
      <DecisionBar
        unit={unit}
        choices={choices}
        counts={counts}
        deciding={deciding}
        mode={mode}
        onMode={setAsked}
        onChoose={choose}
      />
    </>
  );
}
