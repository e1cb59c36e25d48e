// Selecting paths: `node bench/selection.ts`. The product's way (distances to the chosen set alone, n · k of them) beside
// the plain one (all n² distances first, then the same choice), on real paths and on a synthetic set of 10,000 × 64.
import { existsSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { segmentText } from "#lib/formats/segments.ts";
import type { Segment } from "#lib/paths/contract.ts";
import { chooseDistant } from "#lib/selection/choose-distant.ts";
import { selectionRule } from "#lib/selection/contract.ts";
import { openDistance } from "#lib/selection/distance.ts";
import { type Reasoning, reasoningOf } from "#lib/selection/reasoning.ts";
import { selectPaths } from "#lib/selection/select-paths.ts";
import { seeded } from "#lib/statistics/seeded.ts";

const RULE = selectionRule.parse({ gates: { verdicts: [], whole: false }, k: 4, exactUpTo: 0 });
const PLAIN_SHARE = 50;

interface Measured {
  seconds: number;
  /** Ids of the chosen, in order. */
  chosen: number[][];
}

function pathsOf(contents: readonly Segment[][]) {
  return contents.map((segments, id) => ({
    id,
    segments,
    verdict: null,
    flaw: null,
    execution: null,
    wrongSteps: 0,
    critique: null,
    rewardRank: null,
  }));
}

/** All distances first, as in the usual script; the choice among them is the same. */
function plainChoice(reasonings: readonly Reasoning[]): number[] {
  const distance = openDistance("lcs", reasonings);
  const table = reasonings.map((_, a) => reasonings.map((_, b) => (a === b ? 0 : distance(a, b))));
  return chooseDistant(reasonings.length, (a, b) => table[a]?.[b] ?? 0, RULE).map(({ item }) => item);
}

function processSeconds(work: () => number[][]): Measured {
  const start = process.cpuUsage();
  const chosen = work();
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, chosen };
}

function compare(name: string, problems: number, size: number, problemAt: (at: number) => Segment[][]): void {
  const peak = { bytes: 0 };
  const start = process.cpuUsage();
  let kept = 0;
  let paths = 0;
  for (let at = 0; at < problems; at += 1) {
    const given = pathsOf(problemAt(at));
    paths += given.length;
    kept += selectPaths(given, RULE).filter((one) => one.kept).length;
    if (at % 200 === 0) peak.bytes = Math.max(peak.bytes, process.memoryUsage().rss);
  }
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  console.log(`\n${name}: ${problems} problems × ${size}`);
  console.log(
    `  whole selection (gates, duplicates, distances to the kept, reasons): ${paths} paths in ${seconds.toFixed(1)} s of processor time, ${Math.round(paths / seconds)} paths/s, ${kept} kept, most memory ${(peak.bytes / 2 ** 20).toFixed(0)} MiB`,
  );
  const looked = Array.from({ length: Math.min(problems, PLAIN_SHARE) }, (_, at) =>
    problemAt(at).map(reasoningOf),
  );
  const ours = processSeconds(() =>
    looked.map((one) => chooseDistant(one.length, openDistance("lcs", one), RULE).map(({ item }) => item)),
  );
  const plain = processSeconds(() => looked.map(plainChoice));
  const same = JSON.stringify(ours.chosen) === JSON.stringify(plain.chosen);
  const looks = looked.reduce((sum, one) => sum + one.length, 0);
  console.log(
    `  the choice alone, on the first ${looked.length} problems: ${Math.round(looks / ours.seconds)} paths/s, all n² distances ${Math.round(looks / plain.seconds)} paths/s: ${(plain.seconds / ours.seconds).toFixed(1)}×, the same result: ${same}`,
  );
  if (!same) process.exitCode = 1;
}

function realProblems(): Segment[][][] | null {
  const folder = new URL("../../shared/data/gsm8k/", import.meta.url);
  if (!existsSync(folder)) return null;
  const lines = (file: string) =>
    readFileSync(new URL(file, folder), "utf8")
      .split("\n")
      .filter((line) => line !== "");
  const traces = lines("tora-70b.jsonl").map((line): { code: [string]; gt_cot: string } => JSON.parse(line));
  return lines("example_model_solutions.jsonl").map((line, at) => {
    const row: Record<string, { solution: string } | string> & { ground_truth: string } = JSON.parse(line);
    const models = ["6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification"];
    const texts = models.flatMap((model) => {
      const found = row[model];
      return typeof found === "object" ? [found.solution] : [];
    });
    return [...texts, row.ground_truth, traces[at]?.code[0] ?? ""].map(segmentText);
  });
}

const WORDS =
  "so we have then add the total of each by times find sum apples days costs gives left over first next half twice answer is".split(
    " ",
  );

/** 64 paths of about a hundred words, each a shuffled way through the same few steps. */
function synthetic(at: number, size: number): Segment[][] {
  const random = seeded(at + 1);
  const pick = (below: number) => Math.floor(random() * below);
  return Array.from({ length: size }, () => {
    const steps = Array.from({ length: 5 + pick(4) }, () => {
      const [a, b] = [2 + pick(20), 2 + pick(9)];
      const words = Array.from({ length: 12 }, () => WORDS[pick(WORDS.length)] ?? "so").join(" ");
      return `${words} ${a} * ${b} = ${a * b}.`;
    });
    return [{ type: "text", content: steps.join("\n") }];
  });
}

console.log(`${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`);
const real = realProblems();
if (real === null) console.log("SKIPPED: no real data beside the project");
else compare("GSM8K, five models and the reference", real.length, 6, (at) => real[at] ?? []);
compare("synthetic", 10_000, 64, (at) => synthetic(at, 64));
console.log(
  "\nCost grows with n · k distances a problem, each of ⌈words / 30⌉ · words steps; memory with one problem.",
);
