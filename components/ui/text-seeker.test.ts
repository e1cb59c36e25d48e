import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeTextSeeker } from "./text-seeker.ts";

const texts = fc
  .array(fc.constantFrom("$", "$$", "\\", "`", "``", "a", "\n"), { maxLength: 40 })
  .map((parts) => parts.join(""));

describe("makeTextSeeker", () => {
  test("finds what indexOf finds, in any order of asking", () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat({ max: 60 })), (text, froms) => {
        const seek = makeTextSeeker(text);
        for (const from of froms) {
          for (const needle of ["$", "$$", "\n"])
            expect(seek.next(needle, from)).toBe(text.indexOf(needle, from));
        }
      }),
    );
  });

  test("leaves out what an odd number of backslashes escapes", () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 60 }), (text, from) => {
        const expected = [...text.matchAll(/(\\*)\$/g)]
          .filter((match) => (match[1] ?? "").length % 2 === 0)
          .map((match) => match.index + (match[1] ?? "").length)
          .find((at) => at >= from);
        expect(makeTextSeeker(text).nextUnescaped("$", from)).toBe(expected ?? -1);
      }),
    );
  });

  test("takes a run of backticks as a whole", () => {
    const seek = makeTextSeeker("a `` b ` c ``` d `");
    expect(seek.nextBackticks(1, 0)).toBe(7);
    expect(seek.nextBackticks(2, 3)).toBe(-1);
    expect(seek.nextBackticks(3, 0)).toBe(11);
    expect(seek.nextBackticks(1, 8)).toBe(17);
  });
});
