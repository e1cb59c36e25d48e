import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { DatasetFilter, DatasetKind } from "#lib/datasets/contract.ts";

const VERDICTS = ["correct", "incorrect", "unverifiable", "error"] as const;

/** A dataset's filter as it stands in the URL. */
export const filterParams = {
  q: parseAsString.withDefault(""),
  subdomain: parseAsString,
  model: parseAsString,
  pathKind: parseAsStringLiteral(["cot", "pot", "mixed"]),
  verdict: parseAsStringLiteral(VERDICTS).withDefault("correct"),
  choice: parseAsStringLiteral(["judged", "proposed", "either"]).withDefault("judged"),
  chosenCorrect: parseAsBoolean.withDefault(true),
  rejectedWrong: parseAsBoolean.withDefault(false),
  perProblem: parseAsInteger,
};

export interface FilterValues {
  q: string;
  subdomain: string | null;
  model: string | null;
  pathKind: "cot" | "pot" | "mixed" | null;
  verdict: (typeof VERDICTS)[number];
  choice: "judged" | "proposed" | "either";
  chosenCorrect: boolean;
  rejectedWrong: boolean;
  perProblem: number | null;
}

/** The URL's values as the contract's filter: what is empty is left out. */
export function filterFrom(kind: DatasetKind, values: FilterValues): DatasetFilter {
  const shared = {
    ...(values.q.trim() ? { q: values.q.trim() } : {}),
    ...(values.subdomain ? { subdomain: values.subdomain } : {}),
    ...(values.perProblem ? { perProblem: values.perProblem } : {}),
  };
  if (kind === "sft") {
    return {
      kind,
      ...shared,
      verdict: values.verdict,
      ...(values.model ? { model: values.model } : {}),
      ...(values.pathKind ? { pathKind: values.pathKind } : {}),
    };
  }
  return {
    kind,
    ...shared,
    choice: values.choice,
    chosenCorrect: values.chosenCorrect,
    rejectedWrong: values.rejectedWrong,
  };
}

/** A saved filter as values of the URL, so that opening a dataset shows its filter. */
export function valuesFrom(filter: DatasetFilter): FilterValues {
  const empty: FilterValues = {
    q: filter.q ?? "",
    subdomain: filter.subdomain ?? null,
    model: null,
    pathKind: null,
    verdict: "correct",
    choice: "judged",
    chosenCorrect: true,
    rejectedWrong: false,
    perProblem: filter.perProblem ?? null,
  };
  if (filter.kind === "sft") {
    return {
      ...empty,
      verdict: filter.verdict,
      model: filter.model ?? null,
      pathKind: filter.pathKind ?? null,
    };
  }
  const { choice, chosenCorrect, rejectedWrong } = filter;
  return { ...empty, choice, chosenCorrect, rejectedWrong };
}
