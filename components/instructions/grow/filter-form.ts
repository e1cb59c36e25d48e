import { type TypedNumber, typedNumber } from "#components/ui/typed-number.ts";
import type { Gates, Thresholds } from "#lib/instructions/contract.ts";
import type { Measure } from "#lib/similarity/measure.ts";

/** The filter as it is typed. */
export interface FilterForm {
  thresholds: Record<Measure, string>;
  minWords: string;
  maxWords: string;
  contamination: string;
  language: Gates["language"];
}

type FilterErrors = Partial<Record<Measure | "minWords" | "maxWords" | "contamination", string>>;

export function filterForm(thresholds: Thresholds, gates: Gates): FilterForm {
  const typed = (value: number | null) => (value === null ? "" : String(value));
  return {
    thresholds: {
      "rouge-l": typed(thresholds["rouge-l"]),
      lcs: typed(thresholds.lcs),
      "jaccard-words": typed(thresholds["jaccard-words"]),
      "jaccard-chars": typed(thresholds["jaccard-chars"]),
    },
    minWords: String(gates.minWords),
    maxWords: String(gates.maxWords),
    contamination: String(gates.contamination),
    language: gates.language,
  };
}

/** The filter that was typed; `value` is null while something is wrong. */
export function readFilter(form: FilterForm): {
  value: { thresholds: Thresholds; gates: Gates } | null;
  errors: FilterErrors;
} {
  const share = (typed: string, optional: boolean) =>
    typedNumber(typed, { min: 0, max: 1, whole: false, optional });
  const of = (measure: Measure) => share(form.thresholds[measure], true);
  const read = {
    "rouge-l": of("rouge-l"),
    lcs: of("lcs"),
    "jaccard-words": of("jaccard-words"),
    "jaccard-chars": of("jaccard-chars"),
    minWords: typedNumber(form.minWords, { min: 0, max: 10_000 }),
    maxWords: typedNumber(form.maxWords, { min: 1, max: 10_000 }),
    contamination: share(form.contamination, false),
  };
  const errors: FilterErrors = {};
  for (const name of Object.keys(read) as (keyof typeof read)[]) {
    const { error }: TypedNumber = read[name];
    if (error !== null) errors[name] = error;
  }
  const [least, most] = [read.minWords.value ?? 0, read.maxWords.value ?? 1];
  if (Object.keys(errors).length === 0 && least > most) {
    errors.maxWords = `Type at least ${least}, the fewest words.`;
  }
  if (Object.keys(errors).length > 0) return { value: null, errors };
  return {
    value: {
      thresholds: {
        "rouge-l": read["rouge-l"].value,
        lcs: read.lcs.value,
        "jaccard-words": read["jaccard-words"].value,
        "jaccard-chars": read["jaccard-chars"].value,
      },
      gates: {
        minWords: least,
        maxWords: most,
        contamination: read.contamination.value ?? 1,
        language: form.language,
      },
    },
    errors,
  };
}
