import { typedNumber } from "#components/ui/typed-number.ts";
import { type SampleRequest, sampleRequest } from "#lib/paths/contract/sampling.ts";
import type { PathKind } from "#lib/paths/contract.ts";
import type { ProblemFilter } from "#lib/problems/contract.ts";

/** A sampling run as it is typed. */
export interface SampleForm {
  models: string[];
  kinds: PathKind[];
  /** Numbers, parted by commas or spaces; empty: each model's own. */
  temperatures: string;
  k: string;
  turns: string;
  budget: string;
  seed: string;
  verify: boolean;
}

export const FIRST_SAMPLE_FORM: SampleForm = {
  models: [],
  kinds: ["cot"],
  temperatures: "",
  k: "4",
  turns: "4",
  budget: "",
  seed: "1",
  verify: true,
};

export type SampleField = "temperatures" | "k" | "turns" | "budget" | "seed";
const MOST_TEMPERATURES = 10;

function readTemperatures(typed: string): { value: (number | null)[] | null; error: string | null } {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== "");
  if (parts.length === 0) return { value: [null], error: null };
  const values = parts.map(Number);
  if (values.every((value) => value >= 0 && value <= 2) && values.length <= MOST_TEMPERATURES) {
    return { value: values, error: null };
  }
  return { value: null, error: `Type up to ${MOST_TEMPERATURES} numbers from 0 to 2, such as 0.2, 0.7, 1.` };
}

/** The request that a form means; null while something is wrong or missing. */
export function readSample(
  form: SampleForm,
  filter: ProblemFilter,
  problems: number[] | null = null,
): { request: SampleRequest | null; errors: Record<SampleField, string | null> } {
  const temperatures = readTemperatures(form.temperatures);
  const k = typedNumber(form.k, { min: 1, max: 256 });
  const turns = typedNumber(form.turns, { min: 1, max: 12 });
  const budget = typedNumber(form.budget, { min: 0, max: 1e9, whole: false, optional: true });
  const seed = typedNumber(form.seed, { min: 0, max: 2_147_483_647 });
  const errors = {
    temperatures: temperatures.error,
    k: k.error,
    turns: turns.error,
    budget: budget.error,
    seed: seed.error,
  };
  const parsed = sampleRequest.safeParse({
    filter,
    problems,
    models: form.models.map(Number),
    kinds: form.kinds,
    temperatures: temperatures.value,
    k: k.value,
    turns: turns.value,
    budget: budget.value,
    seed: seed.value,
    verify: form.verify,
  });
  const right = parsed.success && Object.values(errors).every((error) => error === null);
  return { request: right ? parsed.data : null, errors };
}
