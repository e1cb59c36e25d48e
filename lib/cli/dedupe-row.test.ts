import { expect, test } from "vitest";
import { dedupeRow } from "./dedupe-row.ts";

const lineOf = (text: string) => ({ line: 7, text, bytes: new TextEncoder().encode(text) });
const read = (text: string, field = "problem") => dedupeRow(lineOf(text), field);

test("a row gives its text, and itself as it is written", () => {
  const text = ' {"id": 1.50, "problem": "How many?"} \r\n';
  expect(read(text)).toEqual({
    ok: true,
    line: 7,
    bytes: lineOf(text).bytes,
    json: '{"id": 1.50, "problem": "How many?"}',
    text: "How many?",
  });
});

test.each([
  ['{"problem": 1}\n', "problem", 'line 7: "problem" is no text.'],
  [
    '{"question": "Q", "answer": "A"}\n',
    "problem",
    'line 7: it has no "problem", but "question", "answer": name its text by --field.',
  ],
  ["{}\n", "toString", 'line 7: it has no "toString": name its text by --field.'],
  ["[1]\n", "problem", expect.stringMatching(/^line 7: Each row must be one JSON object/)],
  ["nonsense\n", "problem", expect.stringMatching(/^line 7: This isn't JSON/)],
  ['{"problem": "cut', "problem", expect.stringMatching(/^line 7: The file ends in the middle/)],
])("what has no such text says so: %s", (text, field, fault) => {
  expect(read(text, field)).toEqual({ ok: false, fault });
});

test("what couldn't be read keeps its message", () => {
  const found = { line: 3, error: { field: null, message: "This row isn't valid UTF-8." } };
  expect(dedupeRow(found, "problem")).toEqual({ ok: false, fault: "line 3: This row isn't valid UTF-8." });
});
