import { typedNumber } from "#components/ui/typed-number.ts";
import { type DistanceMeasure, type SelectionRule, selectionRule } from "#lib/selection/contract.ts";

/** A rule as it is typed. An empty scorer is none. */
export interface RuleForm {
  correctOnly: boolean;
  whole: boolean;
  executes: boolean;
  rightSteps: boolean;
  critique: string;
  atLeast: string;
  reward: string;
  rankAtMost: string;
  duplicates: SelectionRule["duplicates"];
  split: SelectionRule["split"];
  k: string;
  distance: DistanceMeasure;
  least: string;
  maxWords: string;
}

export const FIRST_RULE: RuleForm = {
  correctOnly: true,
  whole: true,
  executes: false,
  rightSteps: false,
  critique: "",
  atLeast: "7",
  reward: "",
  rankAtMost: "4",
  duplicates: "reasoning",
  split: "train",
  k: "4",
  distance: "lcs",
  least: "0",
  maxWords: "",
};

export type RuleField = "atLeast" | "rankAtMost" | "k" | "least" | "maxWords";

export function readRule(form: RuleForm): {
  rule: SelectionRule | null;
  errors: Record<RuleField, string | null>;
} {
  const atLeast = typedNumber(form.atLeast, { min: 1, max: 10, whole: false });
  const rankAtMost = typedNumber(form.rankAtMost, { min: 1, max: 1000 });
  const k = typedNumber(form.k, { min: 1, max: 64 });
  const least = typedNumber(form.least, { min: 0, max: 1, whole: false });
  const maxWords = typedNumber(form.maxWords, { min: 1, max: 1_000_000, optional: true });
  const errors = {
    atLeast: form.critique === "" ? null : atLeast.error,
    rankAtMost: form.reward === "" ? null : rankAtMost.error,
    k: k.error,
    least: least.error,
    maxWords: maxWords.error,
  };
  if (Object.values(errors).some((error) => error !== null)) return { rule: null, errors };
  const parsed = selectionRule.safeParse({
    split: form.split,
    duplicates: form.duplicates,
    distance: form.distance,
    k: k.value,
    least: least.value,
    gates: {
      verdicts: form.correctOnly ? ["correct"] : [],
      whole: form.whole,
      executes: form.executes,
      rightSteps: form.rightSteps,
      maxWords: maxWords.value,
      critique: form.critique === "" ? null : { scorer: form.critique, atLeast: atLeast.value },
      reward: form.reward === "" ? null : { scorer: form.reward, rankAtMost: rankAtMost.value },
    },
  });
  return { rule: parsed.success ? parsed.data : null, errors };
}
