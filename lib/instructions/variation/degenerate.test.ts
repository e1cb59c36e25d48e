import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { degenerateFault } from "./degenerate.ts";
import type { Watched } from "./watched-program.ts";

function came(answer: string | null, names: Record<string, [least: number, whole: boolean]> = {}): Watched {
  const watched = Object.entries(names).map(([name, [least, whole]]) => [name, { least, whole }] as const);
  return {
    answer,
    output: answer ?? "",
    names: new Map(watched),
    error: answer === null ? "ValueError: no" : null,
  };
}

test("of whole positive answers only another whole positive one passes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: -9999, max: 9999 }), (old, now) => {
      const fault = degenerateFault(came(String(old)), came(String(now)));
      expect(fault?.reason ?? null).toBe(now === old ? "same_answer" : now <= 0 ? "negative" : null);
      expect(degenerateFault(came(String(old)), came(`${now}.5`))?.reason).toMatch(/fractional|negative/);
    }),
  );
});

describe("a variant", () => {
  test.each([
    [came("4"), came(null), "program_failed", /ValueError/],
    [came("4", { left: [3, true] }), came("9", { left: [-2, true] }), "negative", /left would be -2/],
    [came("4", { left: [3, true] }), came("9", { left: [0, true] }), "negative", /left would be 0/],
    [
      came("4", { people: [3, true] }),
      came("9", { people: [2.5, false] }),
      "fractional",
      /people would not be whole/,
    ],
    [came("4"), came("4.0"), "same_answer", /again/],
    [came("3/4"), came("0.75"), "same_answer", /again/],
    [came("4"), came("0"), "negative", /nothing is left/],
    [came("3/4"), came("0"), "negative", /nothing is left/],
    [came("4.5"), came("0.3333333333333333"), "fractional", /goes on/],
    [came("4.5"), came("4.125"), "fractional", /more decimals/],
    [came("4"), came("9".repeat(60)), "program_failed", /60 characters/],
    [came("(3, 0)"), came("no pair at all"), "uncheckable_answer", /letter by letter/],
    [came("4"), came("(3+2j)"), "program_failed", /no number/],
  ])("%#: is refused with a reason in words", (seed, variant, reason, detail) => {
    expect(degenerateFault(seed, variant)).toEqual({ reason, detail: expect.stringMatching(detail) });
  });

  test.each([
    [came("4"), came("9")],
    [came("4.5"), came("3.25")],
    [came("-8", { sum: [-3, true] }), came("-6", { sum: [-5, true] })],
    [came("4", { rate: [0.5, false] }), came("9", { rate: [0.25, false], other: [-1, false] })],
    [came("(3, 0)"), came("(4, 1)")],
    [came("2.2360679775"), came("1.4142135623730951")],
  ])("%#: passes where the seed was no better", (seed, variant) => {
    expect(degenerateFault(seed, variant)).toBeNull();
  });
});
