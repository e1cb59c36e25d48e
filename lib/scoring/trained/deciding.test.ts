import { expect, test } from "vitest";
import { decidingFeatures } from "./deciding.ts";
import { COLUMNS } from "./feature-rows.ts";
import { FEATURES } from "./path-features.ts";

test("the strongest contributions come first, words are one, and all add up to the score where there are few", () => {
  const weights = new Float64Array(COLUMNS);
  weights[0] = 2;
  weights[2] = -3;
  weights[FEATURES.length] = 0.5;
  weights[FEATURES.length + 7] = 0.25;
  const row = {
    index: Int32Array.of(0, 2, FEATURES.length, FEATURES.length + 7),
    value: Float64Array.of(1, 2, 1, 1),
  };
  const found = decidingFeatures(weights, row, [1, 0, 0.4]);
  expect(found.slice(0, 3)).toEqual([
    {
      name: "agreement",
      label: "Share of the other paths with an equal answer",
      value: 0.4,
      contribution: -6,
    },
    { name: "answer", label: "Has a final answer", value: 1, contribution: 2 },
    { name: "wording", label: "Its wording", value: 0, contribution: 0.75 },
  ]);
  expect(found.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(-3.25, 10);
  expect(found).toHaveLength(6);
});
