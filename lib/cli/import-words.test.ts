import fc from "fast-check";
import { expect, it } from "vitest";
import { importWords } from "./import-words.ts";

it("names what was read and each kind of record that there was", () => {
  const none = { created: 0, matched: 0, rejected: 0 };
  const result = {
    shape: "gsm8k",
    rows: 1319,
    rejectedRows: 0,
    problems: { created: 1319, matched: 0, rejected: 0 },
    paths: none,
  };
  expect(importWords(result)).toEqual([
    "1,319 rows read as gsm8k",
    "problems  1,319 created, 0 matched, 0 rejected",
  ]);
  expect(importWords({ ...result, rejectedRows: 2, filled: 3, warnings: 4, problems: none })).toEqual([
    "1,319 rows read as gsm8k, 2 of them rejected",
    "3 problems that were there got what they lacked",
    "4 lines differ from what is kept",
  ]);
});

it("makes do with whatever a studio of another version answers", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("rows", "problems", "shape", "filled"), fc.jsonValue()),
      (result) => {
        expect(importWords(result).length).toBeGreaterThan(0);
      },
    ),
  );
});
