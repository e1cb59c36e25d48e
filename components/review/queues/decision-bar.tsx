import { Award } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { FullUnit } from "#lib/review/contract/queues.ts";
import { type CategoryCount, categoryWord } from "./category-words.ts";
import type { DecisionChoice } from "./decision-choices.ts";
import { RankingChoice } from "./ranking-choice.tsx";
import type { Deciding } from "./use-decision.ts";

export type DecisionMode = "decision" | "gold";

const MODES = [
  { value: "decision", label: "Decision" },
  { value: "gold", label: "Known answer" },
] as const;

interface DecisionBarProps {
  unit: FullUnit;
  choices: readonly DecisionChoice[];
  counts: readonly CategoryCount[];
  deciding: Deciding;
  mode: DecisionMode;
  onMode: (mode: DecisionMode) => void;
  onChoose: (category: string) => void;
}

/** At the foot of the screen: what was decided, and the answers to decide by, each with its key. */
export function DecisionBar(props: DecisionBarProps) {
  const { unit, choices, counts, deciding, mode, onMode, onChoose } = props;
  const isGold = unit.gold !== null;
  const paths = unit.paths.map(({ pathId }) => pathId);
  const standing = isGold ? unit.gold : unit.consensus;
  const said = new Set(counts.map(({ category }) => category));
  // All steps are in their own list above.
  const inView =
    unit.kind === "first_wrong"
      ? choices.filter(({ category }) => category === "none" || said.has(category))
      : choices;
  const other = mode === "gold" ? "decision" : "gold";
  const makeOrdinary = () => {
    onMode("decision");
    deciding.setGold(null);
  };
  useHotkeys({ g: () => (isGold ? makeOrdinary() : onMode(other)) });
  return (
    <footer className="flex shrink-0 flex-col gap-2 border-line border-t bg-surface px-4 py-2.5 md:px-6">
      {deciding.refused ? (
        <Callout
          tone={deciding.isConflict ? "warn" : "bad"}
          title={deciding.isConflict ? "Somebody else was faster" : "It wasn't saved"}
          action={deciding.isConflict ? <Reload deciding={deciding} /> : null}
        >
          {deciding.refused.message}
        </Callout>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span role="status" className="min-w-0 [overflow-wrap:anywhere]">
          <Standing unit={unit} />
        </span>
        <span className="ml-auto flex items-center gap-2">
          {isGold ? (
            <Button size="sm" icon={<Award />} shortcut="g" onClick={makeOrdinary}>
              Make it ordinary
            </Button>
          ) : (
            <Segmented
              label="What the keys set"
              value={mode}
              options={MODES.map((one) => (one.value === mode ? one : { ...one, shortcut: "g" }))}
              onChange={onMode}
            />
          )}
        </span>
      </div>
      {unit.kind === "ranking" ? (
        <RankingChoice
          paths={paths}
          counts={counts}
          label={mode === "gold" ? "Make it gold" : "Decide"}
          pending={deciding.isPending}
          onChoose={onChoose}
        />
      ) : (
        <fieldset className="flex flex-wrap gap-1.5" aria-busy={deciding.isPending}>
          <legend className="sr-only">{mode === "gold" ? "The known answer" : "Your decision"}</legend>
          {inView.map(({ category, label, keys }) => (
            <Button
              key={category}
              size="sm"
              shortcut={keys ?? undefined}
              variant={standing === category ? "primary" : "secondary"}
              aria-pressed={standing === category}
              onClick={() => onChoose(category)}
            >
              {label}
            </Button>
          ))}
        </fieldset>
      )}
    </footer>
  );
}

function Reload({ deciding }: { deciding: Deciding }) {
  const [loading, setLoading] = useState(false);
  return (
    <Button
      size="sm"
      pending={loading}
      onClick={() => {
        setLoading(true);
        void deciding.reload().finally(() => setLoading(false));
      }}
    >
      Load theirs
    </Button>
  );
}

/** What stands of a unit, in a line. */
function Standing({ unit }: { unit: FullUnit }) {
  const { kind, state, gold, consensus, settledBy } = unit;
  const word = (category: string) =>
    categoryWord(
      kind,
      category,
      unit.paths.map(({ pathId }) => pathId),
    );
  if (gold !== null) {
    return (
      <>
        Gold: <strong>{word(gold)}</strong> is known to be right. It measures reviewers, and counts for no
        agreement.
      </>
    );
  }
  if (state === "settled" && consensus !== null) {
    return (
      <>
        Decided by {settledBy ?? "a lead"}: <strong>{word(consensus)}</strong>
      </>
    );
  }
  if (state === "done" && consensus !== null) {
    return (
      <>
        Agreed on: <strong>{word(consensus)}</strong>. A decision goes before it.
      </>
    );
  }
  if (state === "disputed") return <>Reviewers don't agree. Your decision is final.</>;
  if (state === "dropped") return <>Out of the queue. It can be decided all the same.</>;
  return <>Reviewers are still answering. A decision ends that.</>;
}
