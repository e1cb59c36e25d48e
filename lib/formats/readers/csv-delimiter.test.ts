import fc from "fast-check";
import { expect, test } from "vitest";
import { sniffDelimiter } from "./csv-delimiter.ts";

test("the delimiter between plain names is found, however many there are", () => {
  const names = fc.array(fc.stringMatching(/^\w{1,8}$/), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(names, fc.constantFrom(",", ";", "\t"), (columns, delimiter) => {
      expect(sniffDelimiter(columns.join(delimiter))).toBe(delimiter);
    }),
  );
});

test("delimiters in quotes don't count, and without any it is the comma", () => {
  expect(sniffDelimiter('"a,b,c";d')).toBe(";");
  expect(sniffDelimiter("question")).toBe(",");
});
