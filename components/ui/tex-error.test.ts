import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texError } from "./tex-error.ts";
import { texToHtml } from "./tex-html.ts";

describe("an error in a formula", () => {
  test("is none where the formula is drawn", () => {
    expect(texError("\\frac{1}{2}", false)).toBeNull();
    expect(texError("\\mbox{cm}", false)).toBeNull();
  });

  test("is told with its place, whatever blanks are in front", () => {
    expect(texError("1 + \\foo", false)).toEqual({ message: "Undefined control sequence: \\foo", at: 4 });
    expect(texError("  1 + \\foo", false)?.at).toBe(6);
  });

  test("is told where an argument is missing", () => {
    expect(texError("\\frac{1}{", false)?.message).toMatch(/expected '}'$/);
  });

  test("is there exactly where the drawing shows one, and lies in the formula", () => {
    const piece = fc.constantFrom(
      "x",
      "^",
      "_",
      "{",
      "}",
      "\\frac",
      "\\sqrt",
      "\\foo",
      " ",
      "&",
      "\\left(",
      "\\right)",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const tex = pieces.join("");
        const error = texError(tex, false);
        // Unknown commands are drawn in the colour of errors, all else that can't be drawn is marked as a whole.
        expect(error !== null).toBe(/katex-error|--color-bad/.test(texToHtml(tex, false) ?? ""));
        if (error?.at != null) expect(error.at).toBeLessThanOrEqual(tex.length);
      }),
    );
  });
});
