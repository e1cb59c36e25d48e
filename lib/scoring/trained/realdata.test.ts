import { describe, expect, test } from "vitest";
import { DATA, gsm8kRows, HAS_DATA } from "#lib/cli/testing/gsm8k-rows.ts";
import { reportOf } from "./report.ts";
import { isHeldOut } from "./split.ts";
import { trainCritique, trained, trainReward } from "./train.ts";

const title = "the built-in scorer on five models' paths of GSM8K";

describe.skipIf(!HAS_DATA)(HAS_DATA ? title : `${title} (SKIPPED: no real data at ${DATA.pathname})`, () => {
  const rows = HAS_DATA ? gsm8kRows() : [];
  const train = rows.filter(({ group }) => !isHeldOut(group, 1, 0.3));
  const heldOut = rows.filter(({ group }) => isHeldOut(group, 1, 0.3));

  test("a critique trained on 70 % of the questions beats agreement and length on the others", () => {
    const { auc, baselines, calibrationError } = reportOf(trained(trainCritique(train)), { train, heldOut }, [
      "verdicts",
    ]);
    for (const baseline of baselines) expect(auc ?? 0).toBeGreaterThan((baseline.auc ?? 1) + 0.01);
    expect(calibrationError).toBeLessThan(0.05);
  }, 120_000);

  test("a reward model orders the paths of a question better than agreement does", () => {
    const { pairAccuracy, baselines } = reportOf(trained(trainReward(train, [])), { train, heldOut }, [
      "verdicts",
    ]);
    for (const baseline of baselines) expect(pairAccuracy ?? 0).toBeGreaterThan(baseline.pairAccuracy ?? 1);
  }, 120_000);
});
