import fc from "fast-check";
import { expect, test } from "vitest";
import { joinThousands } from "./thousands.ts";

test("a number grouped in threes loses its commas, wherever it stands outside brackets", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (n) => {
      const grouped = n.toLocaleString("en-US");
      expect(joinThousands(grouped)).toBe(String(n));
      expect(joinThousands(`x = ${grouped}.5, 7`)).toBe(`x = ${n}.5, 7`);
    }),
  );
});

test("inside brackets a comma separates", () => {
  for (const text of ["(1,234)", "[1,234]", "\\{1,234\\}", "((1,234),(5,678))", "(1,234"]) {
    expect(joinThousands(text)).toBe(text);
  }
  expect(joinThousands("(1,234) and 5,678")).toBe("(1,234) and 5678");
  expect(joinThousands("\\frac{1,234}{5}")).toBe("\\frac{1234}{5}");
});

test("lists that only look like it stay lists", () => {
  for (const text of ["1,2", "1,2,345", "12,345,6", "1, 234", "7,9,12,13", "1234,567"]) {
    expect(joinThousands(text)).toBe(text);
  }
});

test("joining a second time changes nothing", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9,.()[\] ]{0,40}$/), (text) => {
      expect(joinThousands(joinThousands(text))).toBe(joinThousands(text));
    }),
  );
});
