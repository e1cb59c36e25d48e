import fc from "fast-check";
import { expect, test } from "vitest";
import { FEATURES, pathFeatures, type SeenPath } from "./path-features.ts";

function path(id: number, content: string, part: Partial<SeenPath> = {}): SeenPath {
  const segments = [{ type: "text" as const, content }];
  return { id, segments, answer: null, answerRule: null, execution: null, isModels: true, ...part };
}

function named(row: readonly number[] | undefined): Record<string, number> {
  return Object.fromEntries(FEATURES.map(({ name }, at) => [name, row?.[at] ?? Number.NaN]));
}

test("every feature has its value, finite whatever the text", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 80 }), { maxLength: 5 }), fc.string(), (texts, problem) => {
      const rows = pathFeatures(
        problem,
        texts.map((text, at) => path(at, text, { answer: text.slice(0, 3) || null })),
      );
      expect(rows).toHaveLength(texts.length);
      for (const row of rows) {
        expect(row).toHaveLength(FEATURES.length);
        expect(row.every(Number.isFinite)).toBe(true);
      }
    }),
  );
});

test("agreement is with the other models' paths, equal answers in other words included, and people's left out", () => {
  const rows = pathFeatures("What is 9 + 9?", [
    path(1, "18", { answer: "18" }),
    path(2, "It is $18", { answer: "$18" }),
    path(3, "20", { answer: "20" }),
    path(4, "The solution: 20", { answer: "20", isModels: false }),
  ]);
  expect(rows.map((row) => named(row)["agreement"])).toEqual([0.5, 0.5, 0, 1 / 3]);
  expect(rows.map((row) => named(row)["majority"])).toEqual([1, 1, 0, 0]);
});

test("arithmetic, repetition and doubt are seen", () => {
  const [row] = pathFeatures("What is 2 + 2?", [
    path(1, "I think 2 + 2 = 5. So it is five. So it is five. So it is five. Maybe 5 * 2 = 10."),
  ]);
  const found = named(row);
  expect(found["wrong"]).toBeCloseTo(Math.log(2), 10);
  expect(found["right"]).toBeCloseTo(Math.log(2), 10);
  expect(found["repetition"]).toBeGreaterThan(0.2);
  expect(found["hedging"]).toBeGreaterThan(0);
});

test("answers that can hardly be are seen: fractions of whole things, negative ones, a number of the problem", () => {
  const rows = pathFeatures("Of 7 hens 3 leave. How many stay?", [
    path(1, "3.5", { answer: "3.5" }),
    path(2, "-4", { answer: "-4" }),
    path(3, "7", { answer: "7" }),
  ]).map(named);
  expect(rows.map(({ fractional }) => fractional)).toEqual([1, 0, 0]);
  expect(rows.map(({ negative }) => negative)).toEqual([0, 1, 0]);
  expect(rows.map(({ given }) => given)).toEqual([0, 0, 1]);
});
