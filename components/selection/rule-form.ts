import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { typedNumber } from "#components/ui/typed-number.ts";
import { verdict } from "#lib/paths/contract.ts";
import {
  distanceMeasure,
  duplicateRule,
  type SelectionRule,
  selectionRule,
} from "#lib/selection/contract.ts";

export const SPLITS = ["train", "test", "any"] as const satisfies readonly SelectionRule["split"][];

/** A rule as it is typed, and as it stands in the URL, read by the page and by the screen. An empty scorer is none. */
export const ruleParams = {
  verdicts: parseAsArrayOf(parseAsStringLiteral(verdict.options)).withDefault(["correct"]),
  whole: parseAsBoolean.withDefault(true),
  executes: parseAsBoolean.withDefault(false),
  steps: parseAsBoolean.withDefault(false),
  minWords: parseAsString.withDefault(""),
  maxWords: parseAsString.withDefault(""),
  critique: parseAsString.withDefault(""),
  atLeast: parseAsString.withDefault("7"),
  reward: parseAsString.withDefault(""),
  rankAtMost: parseAsString.withDefault("4"),
  split: parseAsStringLiteral(SPLITS).withDefault("train"),
  duplicates: parseAsStringLiteral(duplicateRule.options).withDefault("reasoning"),
  k: parseAsString.withDefault("4"),
  distance: parseAsStringLiteral(distanceMeasure.options).withDefault("lcs"),
  embedding: parseAsString.withDefault(""),
  least: parseAsString.withDefault("0"),
  exactUpTo: parseAsString.withDefault("12"),
};

export type RuleForm = inferParserType<typeof ruleParams>;

export const loadRuleForm = createLoader(ruleParams);

/** Adds a form to an address; what is as usual is left out. */
export const withRuleForm = createSerializer(ruleParams);

export type RuleField = "minWords" | "maxWords" | "atLeast" | "rankAtMost" | "k" | "least" | "exactUpTo";

/** The rule that a form means, or null with what is wrong at its fields. Fields of a scorer that isn't chosen don't count. */
export function readRule(form: RuleForm): {
  rule: SelectionRule | null;
  errors: Record<RuleField, string | null>;
} {
  const minWords = typedNumber(form.minWords, { min: 0, max: 1_000_000, optional: true });
  const maxWords = typedNumber(form.maxWords, {
    min: Math.max(1, minWords.value ?? 1),
    max: 1_000_000,
    optional: true,
  });
  const atLeast = typedNumber(form.atLeast, { min: 1, max: 10, whole: false });
  const rankAtMost = typedNumber(form.rankAtMost, { min: 1, max: 1000 });
  const k = typedNumber(form.k, { min: 1, max: 64 });
  const least = typedNumber(form.least, { min: 0, max: 1, whole: false });
  const exactUpTo = typedNumber(form.exactUpTo, { min: 0, max: 16 });
  const errors = {
    minWords: minWords.error,
    maxWords: maxWords.error,
    atLeast: form.critique === "" ? null : atLeast.error,
    rankAtMost: form.reward === "" ? null : rankAtMost.error,
    k: k.error,
    least: least.error,
    exactUpTo: exactUpTo.error,
  };
  const isMeasured = form.distance !== "embedding" || form.embedding !== "";
  if (!isMeasured || Object.values(errors).some((error) => error !== null)) return { rule: null, errors };
  const parsed = selectionRule.safeParse({
    split: form.split,
    duplicates: form.duplicates,
    distance: form.distance,
    embedding: form.distance === "embedding" && form.embedding !== "" ? form.embedding : null,
    k: k.value,
    least: least.value,
    exactUpTo: exactUpTo.value,
    gates: {
      verdicts: form.verdicts,
      whole: form.whole,
      executes: form.executes,
      rightSteps: form.steps,
      minWords: minWords.value ?? 0,
      maxWords: maxWords.value,
      critique: form.critique === "" ? null : { scorer: form.critique, atLeast: atLeast.value },
      reward: form.reward === "" ? null : { scorer: form.reward, rankAtMost: rankAtMost.value },
    },
  });
  return { rule: parsed.success ? parsed.data : null, errors };
}

/** The form that means a rule, so that a selection's rule can be taken up again. Its filter isn't part of it. */
export function formOf({
  gates,
  split,
  duplicates,
  k,
  distance,
  embedding,
  least,
  exactUpTo,
}: SelectionRule): RuleForm {
  return {
    verdicts: gates.verdicts,
    whole: gates.whole,
    executes: gates.executes,
    steps: gates.rightSteps,
    minWords: gates.minWords === 0 ? "" : String(gates.minWords),
    maxWords: gates.maxWords === null ? "" : String(gates.maxWords),
    critique: gates.critique?.scorer ?? "",
    atLeast: String(gates.critique?.atLeast ?? 7),
    reward: gates.reward?.scorer ?? "",
    rankAtMost: String(gates.reward?.rankAtMost ?? 4),
    split,
    duplicates,
    k: String(k),
    distance,
    embedding: embedding ?? "",
    least: String(least),
    exactUpTo: String(exactUpTo),
  };
}
