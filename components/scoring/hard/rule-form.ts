import { type TypedNumber, typedNumber } from "#components/ui/typed-number.ts";
import type { HardRule } from "#lib/scoring/contract.ts";

/** A rule as it is typed; the share in per cent. */
export interface RuleForm {
  share: string;
  least: string;
  /** Empty: no critique counts. */
  scorer: string;
  critiqueAtMost: string;
}

export function formOfRule(rule: HardRule): RuleForm {
  return {
    share: String(Math.round(rule.share * 1000) / 10),
    least: String(rule.least),
    scorer: rule.scorer ?? "",
    critiqueAtMost: String(rule.critiqueAtMost),
  };
}

export interface ReadRule {
  errors: Record<"share" | "least" | "critiqueAtMost", string | null>;
  /** Null while something is wrong. */
  rule: HardRule | null;
}

export function readRule(form: RuleForm): ReadRule {
  const share = typedNumber(form.share, { min: 0.1, max: 100, whole: false });
  const least = typedNumber(form.least, { min: 1, max: 1000 });
  const critique = typedNumber(form.critiqueAtMost, { min: 1, max: 10, whole: false });
  const errors = { share: share.error, least: least.error, critiqueAtMost: critique.error };
  return { errors, rule: ruleOf(form, share, least, critique) };
}

function ruleOf(
  { scorer }: RuleForm,
  share: TypedNumber,
  least: TypedNumber,
  critique: TypedNumber,
): HardRule | null {
  if (share.value === null || least.value === null || critique.value === null) return null;
  return {
    share: share.value / 100,
    least: least.value,
    scorer: scorer === "" ? null : scorer,
    critiqueAtMost: critique.value,
  };
}

export function sameRule(a: HardRule, b: HardRule): boolean {
  return (
    a.share === b.share &&
    a.least === b.least &&
    a.scorer === b.scorer &&
    a.critiqueAtMost === b.critiqueAtMost
  );
}

/** A rule as a sentence. */
export function ruleWords({ share, least, scorer, critiqueAtMost }: HardRule): string {
  const percent = `${Math.round(share * 1000) / 10} %`;
  const low = scorer === null ? "" : `, or get at most ${critiqueAtMost} from ${scorer}`;
  const samples = least === 1 ? "one sample" : `${least} samples`;
  return `A problem is hard when at least ${percent} of its samples are wrong${low}. It takes at least ${samples} to say.`;
}
