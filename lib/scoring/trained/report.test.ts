import { expect, test } from "vitest";
import { rawRows } from "./feature-rows.ts";
import { reportOf } from "./report.ts";
import { type LabelledRow, trainCritique, trained } from "./train.ts";

function labelled(group: number, content: string, label: number): LabelledRow {
  const [row] = rawRows("", [
    {
      id: group,
      segments: [{ type: "text", content }],
      answer: null,
      answerRule: null,
      execution: null,
      isModels: true,
    },
  ]);
  if (!row) throw new Error("one path gives one row");
  return { row, label, weight: 1, group };
}

const rows = Array.from({ length: 20 }, (_, at) =>
  labelled(at, at % 2 === 0 ? "Good and short." : "Bad.", (at + 1) % 2),
);

test("baselines are measured on the same held-out rows", () => {
  const { baselines, heldOut } = reportOf(trained(trainCritique(rows)), { train: rows, heldOut: rows }, [
    "verdicts",
  ]);
  expect(heldOut).toEqual({ problems: 20, paths: 20 });
  expect(baselines).toEqual([
    { name: "Answer agreement alone", auc: 0.5, pairAccuracy: null },
    { name: "Length alone, shorter is better", auc: 0, pairAccuracy: null },
    { name: "Length alone, longer is better", auc: 1, pairAccuracy: null },
  ]);
});

test("features are in the order of how much they moved scores", () => {
  const { features } = reportOf(trained(trainCritique(rows)), { train: rows, heldOut: rows }, ["verdicts"]);
  const importances = features.map(({ importance }) => importance);
  expect(importances).toEqual(importances.toSorted((a, b) => b - a));
  expect(importances[0]).toBeGreaterThan(0);
});
