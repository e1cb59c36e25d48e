import { expect, test } from "vitest";
import { noteQuote } from "./note-quote.ts";

const unit = {
  kind: "pair",
  problemText: "How many eggs are left?",
  paths: [
    {
      pathId: 70,
      segments: [{ type: "text", content: "Sixteen minus three" }],
      verdict: null,
      model: null,
      answer: null,
    },
  ],
} as const;
const note = { pathId: 70, segment: 0, from: 8, to: 13, text: "Why?" };

test("a note quotes the words it is about, and says where they stand", () => {
  const shown = { ...unit, paths: unit.paths.map((path) => ({ ...path, segments: [...path.segments] })) };
  expect(noteQuote(note, shown)).toEqual({ where: "First", quote: "minus" });
  expect(noteQuote({ ...note, pathId: null, from: 9, to: 13 }, shown)).toEqual({
    where: "Problem",
    quote: "eggs",
  });
});

test("a note on what isn't there any more has no quote", () => {
  const shown = { ...unit, paths: [] };
  expect(noteQuote(note, shown)).toEqual({ where: "Path 70", quote: null });
  expect(noteQuote({ ...note, pathId: null, from: 500, to: 600 }, shown).quote).toBeNull();
});

test("a long quote is cut", () => {
  const { quote } = noteQuote(
    { ...note, pathId: null, from: 0, to: 400 },
    { kind: "pair", problemText: "x".repeat(400), paths: [] },
  );
  expect(quote).toHaveLength(160);
});
