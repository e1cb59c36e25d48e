import { expect, test } from "vitest";
import type { Agreement } from "#lib/paths/contract.ts";
import { agreementWords } from "./agreement-words.ts";

function read(counts: Record<string, number>, majority: string | null): string | null {
  const answers = Object.entries(counts).map(([answer, paths]) => ({ answer, paths }));
  const answered = answers.reduce((sum, { paths }) => sum + paths, 0);
  const agreement: Agreement = { paths: answered + 3, answered, majority, answers };
  const words = agreementWords(agreement);
  return words && `${words.before}${words.answer ?? ""}${words.after}`;
}

test.each([
  [{}, null, null],
  [{ a42: 7, a41: 3 }, "a42", "Most paths say a42 (7 of 10)"],
  [{ a42: 4, a41: 3, a40: 3 }, "a42", "More paths say a42 than anything else (4 of 10)"],
  [{ a42: 10 }, "a42", "All paths say a42 (10 of 10)"],
  [{ a42: 1 }, null, "One path answers, with a42"],
  [{ a1: 2, a2: 2, a3: 1 }, null, "No answer leads: the most frequent ones come from 2 of 5 paths each"],
] as const)("answers %j, of which %j leads, read %j", (counts, majority, text) => {
  expect(read(counts, majority)).toBe(text);
});
