import fc from "fast-check";
import { expect, test } from "vitest";
import { type PacedAnswer, paceWarning } from "./pace-warning.ts";

const answers = (count: number, part: Partial<PacedAnswer> = {}): PacedAnswer[] =>
  Array.from({ length: count }, (_, at) => ({
    seconds: 20,
    side: at % 2 === 0 ? "left" : "right",
    characters: 1200,
    ...part,
  }));

test("answers that leave time to read raise no warning", () => {
  expect(paceWarning([])).toBeNull();
  expect(paceWarning(answers(100))).toBeNull();
  expect(paceWarning(answers(100, { seconds: 5.1 }))).toBeNull();
});

test("more than half of the last ten faster than a tenth of reading is too fast", () => {
  const quick = { seconds: 4.9 };
  expect(paceWarning([...answers(6, quick), ...answers(40)])).toBe("fast");
  expect(paceWarning([...answers(5, quick), ...answers(40)])).toBeNull();
  expect(paceWarning(answers(9, quick))).toBeNull();
});

test("less than a second is too fast for the shortest text", () => {
  expect(paceWarning(answers(10, { seconds: 0.9, characters: 3 }))).toBe("fast");
  expect(paceWarning(answers(10, { seconds: 1, characters: 3 }))).toBeNull();
});

test("nearly all of thirty for one side is one-sided, whichever side it is", () => {
  for (const [side, other] of [
    ["left", "right"],
    ["right", "left"],
  ] as const) {
    expect(paceWarning([...answers(2, { side: other }), ...answers(28, { side })])).toBe("one_sided");
    expect(paceWarning([...answers(3, { side: other }), ...answers(27, { side })])).toBeNull();
    expect(paceWarning(answers(29, { side }))).toBeNull();
  }
});

test("ties and the like say nothing of sides", () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), (ties) => {
      const mixed = [...answers(ties, { side: null }), ...answers(30, { side: "left" })];
      expect(paceWarning(mixed)).toBe("one_sided");
    }),
  );
});
