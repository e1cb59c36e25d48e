import { expect, test } from "vitest";
import { seeded } from "#lib/statistics/seeded.ts";
import { trainedReport } from "../contract/trained.ts";
import { rawRows, scaledRow } from "./feature-rows.ts";
import { reportOf } from "./report.ts";
import { type LabelledRow, scoreValue, trainCritique, trained, trainReward } from "./train.ts";

/** Problems with five paths each: those that agree are mostly right, and long ones mostly wrong. */
function project(problems: number, seed: number): LabelledRow[] {
  const random = seeded(seed);
  return Array.from({ length: problems }, (_, group) => group).flatMap((group) => {
    const right = Array.from({ length: 5 }, () => random() < 0.55);
    const paths = right.map((isRight, at) => {
      const answer = isRight ? "42" : String(Math.floor(random() * 40));
      const filler = "and so on and on ".repeat(isRight ? 1 : 1 + Math.floor(random() * 3));
      const segments = [{ type: "text" as const, content: `20 + 22 = ${answer}. ${filler}` }];
      return { id: group * 5 + at, segments, answer, answerRule: "number", execution: null, isModels: true };
    });
    return rawRows("What is 20 + 22?", paths).map((row, at) => ({
      row,
      label: right[at] ? 1 : 0,
      weight: 1,
      group,
    }));
  });
}

const rows = project(60, 1);
const fresh = project(40, 2);

test("a critique learns what makes a path right, and holds on problems that it hasn't seen", () => {
  const model = trained(trainCritique(rows));
  const report = reportOf(model, { train: rows, heldOut: fresh }, ["verdicts"]);
  expect(trainedReport.parse(report)).toEqual(report);
  expect(report.auc).toBeGreaterThan(0.95);
  expect(report.calibrationError).toBeLessThan(0.15);
  expect(report.heldOut).toEqual({ problems: 40, paths: 200 });
  const weights = Float64Array.from(model.weights);
  const values = fresh.map(({ row }) => scoreValue(model, weights, scaledRow(row, model.scaling)));
  expect(Math.min(...values)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...values)).toBeLessThanOrEqual(10);
});

test("a reward model puts the better path of a problem first", () => {
  const report = reportOf(trained(trainReward(rows, [])), { train: rows, heldOut: fresh }, ["verdicts"]);
  expect(trainedReport.parse(report)).toEqual(report);
  expect(report.pairAccuracy).toBeGreaterThan(0.95);
  expect(report.auc).toBeNull();
});

test("training again gives the very same weights", () => {
  expect(trained(trainCritique(rows))).toEqual(trained(trainCritique(rows)));
});

test("judgements alone teach a reward model too", () => {
  const unlabelled = rows.map((row) => ({ ...row, label: 0.5 }));
  const preferred = rows.flatMap((a, better) =>
    rows.flatMap((b, worse) => (a.group === b.group && a.label > b.label ? [{ better, worse }] : [])),
  );
  const report = reportOf(trained(trainReward(unlabelled, preferred)), { train: rows, heldOut: fresh }, [
    "judgements",
  ]);
  expect(report.pairAccuracy).toBeGreaterThan(0.95);
});

test("with one class alone nothing can be told, and nothing is claimed", () => {
  const same = fresh.map((row) => ({ ...row, label: 1 }));
  const report = reportOf(trained(trainCritique(rows)), { train: rows, heldOut: same }, ["verdicts"]);
  expect(report.auc).toBeNull();
  expect(report.pairAccuracy).toBeNull();
});
