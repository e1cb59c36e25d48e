import fc from "fast-check";
import { expect, test } from "vitest";
import { MONEY, TEXT_END, TEXT_START, withoutMarks } from "./marks.ts";

test("taking the marks out leaves every other character in place", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", " ", "\\", TEXT_START, TEXT_END, MONEY)), (parts) => {
      const expected = parts.filter((part) => ![TEXT_START, TEXT_END, MONEY].includes(part)).join("");
      expect(withoutMarks(parts.join(""))).toBe(expected);
    }),
  );
});
