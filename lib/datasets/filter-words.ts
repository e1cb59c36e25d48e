import type { DatasetFilter, DpoFilter, SftFilter } from "./contract.ts";

/** What a filter keeps, as one English sentence for manifests and lists. */
export function filterInWords(filter: DatasetFilter): string {
  const parts = filter.kind === "sft" ? sftParts(filter) : dpoParts(filter);
  const [head, ...rest] = parts;
  return `${[head, ...rest].join(", ")}. Problems of the test split are left out.`;
}

function sftParts(filter: SftFilter): string[] {
  const what = filter.pathKind === undefined ? "Reasoning paths" : `${KIND_WORDS[filter.pathKind]} paths`;
  return [
    `${what} with the verdict ${filter.verdict}`,
    ...(filter.model === undefined
      ? []
      : [filter.model === "" ? "written by people" : `of the model ${quoted(filter.model)}`]),
    ...problemParts(filter),
    ...limitPart(filter.perProblem, "path"),
  ];
}

const KIND_WORDS = { cot: "Text-only (CoT)", pot: "Program (PoT)", mixed: "Mixed" } as const;

function dpoParts(filter: DpoFilter): string[] {
  return [
    `Preference pairs ${CHOICE_WORDS[filter.choice]}`,
    ...(filter.chosenCorrect ? ["the chosen path correct"] : []),
    ...(filter.rejectedWrong ? ["the rejected path not correct"] : []),
    "the two paths different in text",
    ...problemParts(filter),
    ...limitPart(filter.perProblem, "pair"),
  ];
}

const CHOICE_WORDS = {
  judged: "chosen by people",
  proposed: "chosen by mining or import where nobody said otherwise",
  either: "chosen by people, else by mining or import",
} as const;

function problemParts(filter: { q?: string | undefined; subdomain?: string | undefined }): string[] {
  return [
    ...(filter.subdomain === undefined ? [] : [`in the sub-domain ${quoted(filter.subdomain)}`]),
    ...(filter.q ? [`where the problem holds ${quoted(filter.q)}`] : []),
  ];
}

function limitPart(perProblem: number | undefined, what: string): string[] {
  if (perProblem === undefined) return [];
  return [`at most ${perProblem} ${perProblem === 1 ? what : `${what}s`} a problem`];
}

function quoted(text: string): string {
  return `“${text}”`;
}
