import type { ArithmeticStep } from "#lib/answers/arithmetic.ts";
import type { PathFilter } from "#lib/paths/contract.ts";

type StepFilter = NonNullable<PathFilter["steps"]>;

export const STEP_FILTERS: readonly StepFilter[] = ["wrong", "right"];

export const STEP_FILTER_LABEL: Record<StepFilter, string> = { wrong: "Some wrong", right: "None wrong" };

const number = (count: number) => count.toLocaleString("en");

/**
 * What checking a trace's arithmetic came to, as one line: "2 of 7 steps are wrong", "7 steps, all right". Null
 * where the text states no arithmetic.
 */
export function stepsText(steps: readonly Pick<ArithmeticStep, "outcome">[]): string | null {
  const of = (outcome: ArithmeticStep["outcome"]) => steps.filter((step) => step.outcome === outcome).length;
  const [wrong, unclear] = [of("wrong"), of("unclear")];
  if (steps.length === 0) return null;
  const doubt = unclear === 0 ? "" : `, ${number(unclear)} unclear`;
  if (wrong > 0) {
    const what = steps.length === 1 ? "The only step" : `${number(wrong)} of ${number(steps.length)} steps`;
    return `${what} ${wrong === 1 ? "is" : "are"} wrong${doubt}`;
  }
  if (unclear === steps.length)
    return steps.length === 1 ? "1 step, unclear" : `${number(unclear)} steps, all unclear`;
  if (unclear > 0) return `${number(steps.length)} steps, none wrong${doubt}`;
  return steps.length === 1 ? "1 step, right" : `${number(steps.length)} steps, all right`;
}
