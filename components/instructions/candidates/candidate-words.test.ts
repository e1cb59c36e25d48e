import { expect, test } from "vitest";
import { dropReason } from "#lib/instructions/contract.ts";
import { standingSentence, standingWord } from "./candidate-words.ts";

const detail = "ROUGE-L 0.82 to problem 12.";

test.each([
  [{ state: "accepted", reason: null, detail: null, decidedBy: null }, "Accepted", "The filter accepted it."],
  [{ state: "dropped", reason: "similar", detail, decidedBy: null }, "Similar", detail],
  [{ state: "dropped", reason: "too_short", detail: null, decidedBy: null }, "Too short", "Too short."],
  [{ state: "accepted", reason: null, detail: null, decidedBy: "Ann" }, "Accepted", "Ann accepted it."],
  [
    { state: "accepted", reason: "similar", detail, decidedBy: "Ann" },
    "Accepted",
    `Ann accepted it. The filter dropped it: ${detail}`,
  ],
  [{ state: "dropped", reason: "person", detail: null, decidedBy: "Ann" }, "Dropped", "Ann dropped it."],
  [
    { state: "dropped", reason: "similar", detail, decidedBy: "Ann" },
    "Similar",
    `Ann dropped it, as the filter did: ${detail}`,
  ],
] as const)("%o is said as %s: %s", (row, word, sentence) => {
  expect(standingWord(row)).toBe(word);
  expect(standingSentence(row)).toBe(sentence);
});

test("every reason is said in words", () => {
  for (const reason of dropReason.options.filter((one) => one !== "person")) {
    const row = { state: "dropped", reason, detail: null, decidedBy: null } as const;
    expect(standingSentence(row)).toBe(`${standingWord(row)}.`);
  }
});
