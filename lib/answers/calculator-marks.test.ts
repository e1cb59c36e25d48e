import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutCalculatorMarks } from "./calculator-marks.ts";

test("marks are blanked and everything else stays where it was", () => {
  const part = fc.oneof(
    fc.stringMatching(/^[a-z0-9 .$=\n]{0,12}$/),
    fc.stringMatching(/^<<[0-9*+=.]{1,12}>>$/),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const expected = parts.map((each) => (each.startsWith("<<") ? " ".repeat(each.length) : each)).join("");
      expect(withoutCalculatorMarks(parts.join(""))).toBe(expected);
    }),
  );
});

test("a mark that the end cut off goes too, shifts and comparisons stay", () => {
  expect(withoutCalculatorMarks("cost $<<41.472+8.")).toBe("cost $           ".slice(0, 17));
  expect(withoutCalculatorMarks("1 << k")).toBe("1 << k");
  expect(withoutCalculatorMarks("a < b > c")).toBe("a < b > c");
});

test("the length never changes", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[<>0-9=\n a]{0,40}$/), (text) => {
      expect(withoutCalculatorMarks(text)).toHaveLength(text.length);
    }),
  );
});
