import fc from "fast-check";
import { expect, test } from "vitest";
import { MONEY, TEXT_END, TEXT_START, withoutMarks, withPairedMarks } from "./marks.ts";

test("taking the marks out leaves every other character in place", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", " ", "\\", TEXT_START, TEXT_END, MONEY)), (parts) => {
      const expected = parts.filter((part) => ![TEXT_START, TEXT_END, MONEY].includes(part)).join("");
      expect(withoutMarks(parts.join(""))).toBe(expected);
    }),
  );
});

test("marks go where they lost their partner or enclose all, and stay around a part", () => {
  const marked = `${TEXT_START}a${TEXT_END}`;
  expect(withPairedMarks(` ${marked} `)).toBe("a");
  expect(withPairedMarks(`a${TEXT_END} 5`)).toBe("a 5");
  expect(withPairedMarks(`5 ${TEXT_START}a`)).toBe("5 a");
  expect(withPairedMarks(`${TEXT_END}5${TEXT_START}`)).toBe("5");
  expect(withPairedMarks(`5 ${marked}`)).toBe(`5 ${marked}`);
});
