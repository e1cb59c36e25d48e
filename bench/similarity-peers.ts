/** Scores and speed beside rouge-score and rapidfuzz, for bench/similarity.ts. */
import type { Measure } from "#lib/similarity/measure.ts";
import { isAscii } from "#lib/similarity/normalise.ts";
import { similarity } from "#lib/similarity/similarity.ts";
import { openIndex } from "#lib/similarity/similarity-index.ts";
import type { Peer } from "./rouge-score.ts";
import { join, random, say, secondsOf, spread, THRESHOLD, tell, whole } from "./similarity-runs.ts";

type Pair = readonly [string, string];

const PAIRS = 4_000;
const JOINED = 3_000;
const EQUAL = 1e-12;

/** Real pairs, every other one a text and its nearest. */
function realPairs(rows: readonly string[]): Pair[] {
  const next = random(2);
  const index = openIndex({ measure: "rouge-l" });
  for (const [key, row] of rows.entries()) index.add(key, row);
  return Array.from({ length: PAIRS }, (_, at): Pair => {
    const key = Math.floor(next() * rows.length);
    const row = rows[key] ?? "";
    const other = at % 2 === 0 ? index.nearest(row, { except: key })?.key : Math.floor(next() * rows.length);
    return [row, rows[other ?? 0] ?? ""];
  });
}

function compare(
  label: string,
  pairs: readonly Pair[],
  measure: Measure,
  stem: boolean,
  theirs: readonly number[],
  seconds?: number,
) {
  const ours = pairs.map(([a, b]) => similarity(measure, a, b, { stem }));
  const off = ours.map((score, at) => Math.abs(score - (theirs[at] ?? Number.NaN)));
  const plain = off.filter((_, at) => pairs[at]?.every(isAscii));
  const others = off.filter((_, at) => !pairs[at]?.every(isAscii));
  const most = plain.reduce((worst, one) => Math.max(worst, one), 0);
  const isRight = plain.length > 0 && plain.every((one) => one < EQUAL);
  tell(
    label,
    isRight,
    `largest difference ${most.toExponential(1)} of ${whole(plain.length)} real pairs of ASCII; ` +
      `of ${whole(others.length)} others, ${others.filter((one) => one >= EQUAL).length} differ`,
  );
  if (seconds === undefined) return;
  const mine = secondsOf(() => pairs.map(([a, b]) => similarity(measure, a, b, { stem })), 3);
  const [rate, theirRate] = [pairs.length / mine, pairs.length / seconds];
  say("", `${whole(rate)} pairs/s to ${whole(theirRate)}: ratio ${(rate / theirRate).toFixed(0)}`);
}

export async function comparePeer(rows: readonly string[], peer: Peer) {
  const pairs = realPairs(rows);
  const theirs = await peer.pairs(pairs);
  compare("rouge-score, plain", pairs, "rouge-l", false, theirs.rouge, theirs.rougeSeconds);
  compare("rouge-score, stemmed", pairs, "rouge-l", true, theirs.stemmed, theirs.stemmedSeconds);
  compare("rapidfuzz, Indel of tokens", pairs, "rouge-l", false, theirs.indel);
  compare("rapidfuzz, LCSseq of tokens", pairs, "lcs", false, theirs.lcs);

  const some = spread(rows, JOINED);
  const all = await peer.allPairs(some, THRESHOLD);
  const ours = secondsOf(() => join("rouge-l", some));
  say(
    "rapidfuzz, cdist at the threshold",
    `${all.seconds.toFixed(2)} s for ${whole(JOINED)} rows with each other, of which ${whole(all.reaching)} pairs reach it; ` +
      `join ${ours.toFixed(2)} s: ratio ${(all.seconds / ours).toFixed(0)}`,
  );
}
