// Lemma's own scorer on real paths: `node bench/scorer.ts`. Trained on 70 % of GSM8K's 1319 test questions (five
// models' paths each), measured on the other 30 %, beside the rules of thumb that it has to beat.
import { cpus } from "node:os";
import { DATA, gsm8kRows, HAS_DATA } from "#lib/cli/testing/gsm8k-rows.ts";
import { reportOf } from "#lib/scoring/trained/report.ts";
import { isHeldOut } from "#lib/scoring/trained/split.ts";
import { trainCritique, trained, trainReward } from "#lib/scoring/trained/train.ts";

if (!HAS_DATA) {
  console.error(`SKIPPED: the real data isn't at ${DATA.pathname}`);
  process.exit();
}
const shown = (value: number | null) => (value === null ? "    —" : value.toFixed(4));

console.log(`${cpus().length} × ${cpus()[0]?.model}`);
let start = performance.now();
const rows = gsm8kRows();
const reading = performance.now() - start;
const rate = Math.round((1000 * rows.length) / reading);
console.log(
  `${rows.length} paths read and turned into features in ${(reading / 1000).toFixed(1)} s (${rate}/s)`,
);

for (const seed of [1, 2, 3]) {
  const train = rows.filter(({ group }) => !isHeldOut(group, seed, 0.3));
  const heldOut = rows.filter(({ group }) => isHeldOut(group, seed, 0.3));
  for (const [name, learn] of [
    ["critique", () => trained(trainCritique(train))],
    ["reward", () => trained(trainReward(train, []))],
  ] as const) {
    start = performance.now();
    const model = learn();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const report = reportOf(model, { train, heldOut }, ["verdicts"]);
    console.log(
      `\nseed ${seed}, ${name}: trained on ${train.length} paths in ${seconds} s, penalty ${model.l2}; ${heldOut.length} held out`,
    );
    console.log(
      `  AUC ${shown(report.auc)}  pairs in order ${shown(report.pairAccuracy)}  calibration error ${shown(report.calibrationError)}`,
    );
    for (const { name: rule, auc, pairAccuracy } of report.baselines) {
      console.log(`  AUC ${shown(auc)}  pairs in order ${shown(pairAccuracy)}  ${rule}`);
    }
    const strongest = report.features
      .slice(0, 6)
      .map(({ label, weight }) => `${label} (${weight.toFixed(2)})`);
    console.log(`  decided by: ${strongest.join(", ")}`);
  }
}
