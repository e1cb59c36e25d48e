import fc from "fast-check";
import { expect, test } from "vitest";
import { containing } from "./containing.ts";

/** What LIKE reads: a backslash makes the next character plain, other % and _ are wildcards. */
function readAsLike(pattern: string): { plain: string; wildcards: string } {
  let plain = "";
  let wildcards = "";
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    if (sign === "\\") plain += pattern.charAt(++at);
    else if (sign === "%" || sign === "_") wildcards += sign;
    else plain += sign;
  }
  return { plain, wildcards };
}

test("the pattern stands for the words themselves, between two wildcards", () => {
  const words = fc.string({
    unit: fc.oneof(fc.constantFrom("%", "_", "\\"), fc.string({ minLength: 1, maxLength: 1 })),
  });
  fc.assert(
    fc.property(words, (text) => {
      expect(readAsLike(containing(text))).toEqual({ plain: text, wildcards: "%%" });
    }),
  );
});

test("a per cent sign is looked for as such", () => {
  expect(containing("50%_\\")).toBe("%50\\%\\_\\\\%");
});
