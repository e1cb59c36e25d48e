/**
 * How fast near duplicates and nearest texts are found, and that they are the right ones: `node bench/similarity.ts`.
 * On all 12,473 real problems (gsm8k train and MATH test in `shared/data` beside the checkout's folder; skipped aloud
 * where they are missing). `join` is what `lemma dedupe` does, from texts to decisions: each row asks for its nearest
 * kept one from 0.7 on. `nearest` asks, of each row, for the nearest of all before it, however far. Named peers in the
 * same run: the plain dynamic programme over all pairs of rows in this language, on tokens that are numbers already
 * (timed on a sample of pairs and multiplied up: all would take minutes), the same loop with bit-parallel LCS, and
 * rouge-score and rapidfuzz, which are skipped aloud without pip. Seconds are of processor time, all threads of the
 * process together, so that what else runs on the machine counts less; of a few runs, the fastest. Exits with 1 where
 * any result is wrong.
 */
import { existsSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openLcsPattern } from "#lib/similarity/lcs.ts";
import { MEASURES, type Measure } from "#lib/similarity/measure.ts";
import { openIndex, type SimilarityIndex } from "#lib/similarity/similarity-index.ts";
import { plainLcsLength } from "#lib/similarity/testing/plain.ts";
import { tokensOf } from "#lib/similarity/tokens.ts";
import { installPeer } from "./rouge-score.ts";
import { allPairsCheck, sampleCheck } from "./similarity-checks.ts";
import { comparePeer } from "./similarity-peers.ts";
import { join, random, say, secondsOf, spread, tell, whole } from "./similarity-runs.ts";

const SOURCES = [
  { file: "gsm8k/train.jsonl", field: "question" },
  { file: "math/test.jsonl", field: "problem" },
];
const [SMALL, LARGE] = [3_000, 12_000];
const SAMPLE_PAIRS = 200_000;

function problems(): string[] | null {
  const data = new URL("../../shared/data/", import.meta.url);
  const missing = SOURCES.find(({ file }) => !existsSync(new URL(file, data)));
  if (missing) {
    say("similarity", `SKIPPED: there is no ${new URL(missing.file, data).pathname}`);
    return null;
  }
  return SOURCES.flatMap(({ file, field }) => {
    const lines = readFileSync(new URL(file, data), "utf8").split("\n");
    // The files are fixed: SOURCES.md beside them describes their shape.
    return lines
      .filter((line) => line !== "")
      .map((line) => (JSON.parse(line) as Record<string, string>)[field] ?? "");
  });
}

function nearest(measure: Measure, rows: readonly string[]): number {
  const index = openIndex({ measure });
  let sum = 0;
  for (const [key, row] of rows.entries()) {
    sum += index.nearest(row)?.score ?? 0;
    index.add(key, row);
  }
  return sum / rows.length;
}

function tokenIds(rows: readonly string[]): Int32Array[] {
  const ids = new Map<string, number>();
  return rows.map((row) =>
    Int32Array.from(tokensOf(row), (token) => {
      const id = ids.get(token) ?? ids.size;
      ids.set(token, id);
      return id;
    }),
  );
}

/** Seconds for all pairs of rows, from a sample: by the plain programme, and with one pattern for each row. */
function allPairs(rows: readonly string[]): { plain: number; bits: number; pairs: number } {
  const ids = tokenIds(rows);
  const next = random(1);
  const any = () => ids[Math.floor(next() * ids.length)] ?? new Int32Array();
  const pairs = (rows.length * (rows.length - 1)) / 2;
  const samples = Array.from({ length: SAMPLE_PAIRS }, () => [any(), any()] as const);
  const plain = secondsOf(() => samples.reduce((sum, [a, b]) => sum + plainLcsLength(a, b), 0));
  const pattern = openLcsPattern();
  const patterns = SAMPLE_PAIRS / 2_000;
  const bits = secondsOf(() => {
    for (let at = 0; at < patterns; at += 1) {
      const a = any();
      pattern.load(a, a.length);
      for (let other = 0; other < 2_000; other += 1) {
        const b = any();
        pattern.lengthWith(b, 0, b.length);
      }
    }
  });
  const scale = pairs / SAMPLE_PAIRS;
  return { plain: plain * scale, bits: bits * scale, pairs };
}

function speeds(rows: readonly string[], plain: number, pairs: number) {
  for (const [name, work] of [
    ["join", join],
    ["nearest", nearest],
  ] as const) {
    for (const measure of MEASURES) {
      work(measure, spread(rows, SMALL));
      const [small, large] = [SMALL, LARGE].map((count) => {
        const some = spread(rows, count);
        return secondsOf(() => work(measure, some));
      });
      const full = secondsOf(() => work(measure, rows));
      const result = work(measure, rows);
      const exponent = Math.log((large ?? 0) / (small ?? 1)) / Math.log(LARGE / SMALL);
      const found =
        name === "join" ? `${whole(rows.length - result)} dropped` : `mean score ${result.toFixed(3)}`;
      say(
        `${name}, ${measure}`,
        `${full.toFixed(2)} s, ${whole(rows.length / full)} rows/s, ${found}; exponent ${exponent.toFixed(2)} ` +
          `(${whole((small ?? 0) * 1000)} ms at ${whole(SMALL)}, ${whole((large ?? 0) * 1000)} ms at ${whole(LARGE)})`,
      );
      if (measure !== "rouge-l") continue;
      say(
        "",
        `ratio ${whole(plain / full)}: that many times as fast as the plain loop over ${whole(pairs)} pairs`,
      );
    }
  }
}

function memory(rows: readonly string[]) {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const indexes: SimilarityIndex[] = [];
  for (const measure of MEASURES) {
    const before = used();
    const index = openIndex({ measure });
    // Held to the end, so that none is collected while the next one is weighed.
    indexes.push(index);
    for (const [key, row] of rows.entries()) index.add(key, row);
    index.nearest(rows[0] ?? "");
    const bytes = (used() - before) / index.size;
    say(`memory, ${measure}`, `${whole(bytes)} bytes a row, vocabulary and spare room included`);
  }
  return indexes;
}

const rows = problems();
if (rows) {
  say(
    "machine",
    `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  say("rows", whole(rows.length));
  for (const measure of MEASURES) {
    const small = allPairsCheck(measure, spread(rows, 1_500));
    tell(`all pairs, ${measure}`, small.wrong === 0, small.words);
    const sample = sampleCheck(measure, rows, random(3));
    tell("", sample.wrong === 0, sample.words);
  }
  const { plain, bits, pairs } = allPairs(rows);
  say(
    "plain dynamic programme",
    `${whole(plain)} s for ${whole(pairs)} pairs, by ${whole(SAMPLE_PAIRS)} of them`,
  );
  say("bit-parallel, all pairs", `${whole(bits)} s, likewise: ratio ${(plain / bits).toFixed(1)}`);
  speeds(rows, plain, pairs);
  memory(rows);
  const installed = await installPeer();
  if (typeof installed === "string") say("rouge-score, rapidfuzz", `SKIPPED: ${installed}`);
  else {
    try {
      await comparePeer(rows, installed);
    } finally {
      await installed.close();
    }
  }
}
