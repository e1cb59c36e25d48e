import { countWords } from "#components/problems/count-words.ts";
import { cx } from "#components/ui/class-names.ts";
import { ToneDot } from "#components/ui/tone-dot.tsx";
import type { PathRow } from "#lib/paths/contract.ts";
import { EXECUTION_LABEL, EXECUTION_TONE } from "./execution-words.ts";

interface VerifiedMarksProps {
  path: Pick<PathRow, "executionOutcome" | "wrongSteps">;
  /** Leaves out that all is well, where verdicts say enough. */
  onlyTrouble?: boolean | undefined;
  className?: string | undefined;
}

/** What verifying says of a path: what its code came to, and how many of its steps are wrong. */
export function VerifiedMarks({ path, onlyTrouble = false, className }: VerifiedMarksProps) {
  const { executionOutcome: outcome, wrongSteps } = path;
  const trouble = outcome === "different" || outcome === "failed";
  const showsOutcome = outcome !== null && (trouble || !onlyTrouble);
  const wrong = wrongSteps !== null && wrongSteps > 0;
  const stepsFine = wrongSteps === 0 && outcome === null && !onlyTrouble;
  if (!showsOutcome && !wrong && !stepsFine) return null;
  return (
    <span className={cx("inline-flex min-w-0 items-center gap-2.5", className)}>
      {showsOutcome ? (
        <ToneDot tone={EXECUTION_TONE[outcome]} label={EXECUTION_LABEL[outcome]} showLabel={!wrong} />
      ) : null}
      {wrong ? <ToneDot tone="bad" label={countWords(wrongSteps, "wrong step")} showLabel /> : null}
      {stepsFine ? <ToneDot tone="good" label="No wrong step" showLabel className="text-ink-muted" /> : null}
    </span>
  );
}
