import type { ExecutionOutcome, PathFlaw, Verdict } from "#lib/paths/contract.ts";
import type { DropReason, QualityGates } from "./contract.ts";

/** What of a path the gates ask for. */
export interface GateFacts {
  verdict: Verdict | null;
  flaw: PathFlaw | null;
  hasCode: boolean;
  /** What running its code came to; null where it wasn't run, or there is none. */
  execution: ExecutionOutcome | null;
  /** Wrong arithmetic statements; null where nobody has looked. */
  wrongSteps: number | null;
  words: number;
  /** By the scorers that the gates name; null where they haven't scored it. */
  critique: number | null;
  rewardRank: number | null;
}

export interface GateFault {
  reason: DropReason;
  /** In words. */
  detail: string;
}

/** A gate, as the funnel names it. */
export type GateStep = "verdict" | "whole" | "executes" | "steps" | "length" | "critique" | "reward";

export const GATE_STEPS: readonly GateStep[] = [
  "verdict",
  "whole",
  "executes",
  "steps",
  "length",
  "critique",
  "reward",
];

/** The first gate that a path doesn't pass, with the reason; null where it passes all. */
export function firstFault(facts: GateFacts, gates: QualityGates): (GateFault & { step: GateStep }) | null {
  for (const step of GATE_STEPS) {
    const fault = CHECKS[step](facts, gates);
    if (fault) return { step, ...fault };
  }
  return null;
}

/** Whether a gate asks for anything at all. */
export function isGateSet(step: GateStep, gates: QualityGates): boolean {
  switch (step) {
    case "verdict":
      return gates.verdicts.length > 0;
    case "whole":
      return gates.whole;
    case "executes":
      return gates.executes;
    case "steps":
      return gates.rightSteps;
    case "length":
      return gates.minWords > 0 || gates.maxWords !== null;
    case "critique":
      return gates.critique !== null;
    case "reward":
      return gates.reward !== null;
  }
}

type Check = (facts: GateFacts, gates: QualityGates) => GateFault | null;

const CHECKS: Record<GateStep, Check> = {
  verdict({ verdict }, { verdicts }) {
    if (verdicts.length === 0 || (verdict !== null && verdicts.includes(verdict))) return null;
    const found = verdict === null ? "It hasn't been checked yet" : `Its verdict is ${verdict}`;
    return { reason: "verdict", detail: `${found}; wanted is ${verdicts.join(" or ")}.` };
  },
  whole({ flaw }, { whole }) {
    if (!whole || flaw === null) return null;
    const detail = flaw === "truncated" ? "It was cut off before its end." : "The model refused to answer.";
    return { reason: "flawed", detail };
  },
  executes({ hasCode, execution }, { executes }) {
    if (!executes || !hasCode || execution === "reproduced" || execution === "unrecorded") return null;
    return { reason: "execution", detail: EXECUTION[execution ?? "none"] };
  },
  steps({ wrongSteps }, { rightSteps }) {
    if (!rightSteps || wrongSteps === 0) return null;
    if (wrongSteps === null) return { reason: "steps", detail: "Its arithmetic hasn't been verified yet." };
    const steps = wrongSteps === 1 ? "One arithmetic step" : `${wrongSteps} arithmetic steps`;
    return { reason: "steps", detail: `${steps} of it ${wrongSteps === 1 ? "is" : "are"} wrong.` };
  },
  length({ words }, { minWords, maxWords }) {
    if (words < minWords) {
      return { reason: "too_short", detail: `${words} words; wanted are ${minWords} or more.` };
    }
    if (maxWords !== null && words > maxWords) {
      return { reason: "too_long", detail: `${words} words; wanted are ${maxWords} or fewer.` };
    }
    return null;
  },
  critique({ critique }, { critique: wanted }) {
    if (wanted === null || (critique !== null && critique >= wanted.atLeast)) return null;
    const found =
      critique === null ? "has not graded it" : `gives it ${shown(critique)} of the ${wanted.atLeast} wanted`;
    return { reason: "critique", detail: `${wanted.scorer} ${found}.` };
  },
  reward({ rewardRank }, { reward: wanted }) {
    if (wanted === null || (rewardRank !== null && rewardRank <= wanted.rankAtMost)) return null;
    const found =
      rewardRank === null
        ? "has not scored it"
        : `ranks it ${rewardRank} within its problem, beyond ${wanted.rankAtMost}`;
    return { reason: "reward", detail: `${wanted.scorer} ${found}.` };
  },
};

const EXECUTION: Record<"failed" | "different" | "none" | "reproduced" | "unrecorded", string> = {
  failed: "Its code failed.",
  different: "Its code gave another output than it records.",
  none: "Its code hasn't been run yet.",
  reproduced: "Its code gave its recorded output.",
  unrecorded: "Its code ran.",
};

function shown(value: number): string {
  return String(Math.round(value * 10) / 10);
}
