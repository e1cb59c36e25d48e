import type { Agreement } from "#lib/paths/contract.ts";

/** What a problem's paths agree on, in words around the answer: `before`, the answer where there is one, `after`. */
export interface AgreementWords {
  before: string;
  answer: string | null;
  after: string;
}

const number = (count: number) => count.toLocaleString("en");

/** "Most paths say 42 (7 of 10)". Null where no path has an answer. */
export function agreementWords({ answered, majority, answers }: Agreement): AgreementWords | null {
  const [first, second] = answers;
  if (first === undefined) return null;
  const share = `(${number(first.paths)} of ${number(answered)})`;
  if (majority !== null) {
    const all = first.paths === answered;
    const most = 2 * first.paths > answered;
    const before = all ? "All paths say " : most ? "Most paths say " : "More paths say ";
    return { before, answer: majority, after: most || all ? ` ${share}` : ` than anything else ${share}` };
  }
  if (second === undefined) return { before: "One path answers, with ", answer: first.answer, after: "" };
  return {
    before: `No answer leads: the most frequent ones come from ${number(first.paths)} of ${number(answered)} paths each`,
    answer: null,
    after: "",
  };
}
