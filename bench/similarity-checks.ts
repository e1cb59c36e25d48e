/** That the index finds what comparing with every text finds: for bench/similarity.ts. */
import { isOfSequences, type Measure, scoreOf } from "#lib/similarity/measure.ts";
import { partsOf } from "#lib/similarity/parts.ts";
import { type Neighbour, openIndex } from "#lib/similarity/similarity-index.ts";
import { plainLcsLength, plainNearest } from "#lib/similarity/testing/plain.ts";
import { THRESHOLD, whole } from "./similarity-runs.ts";

export interface Check {
  wrong: number;
  words: string;
}

const SAMPLE = 60;
const same = (a: Neighbour | null, b: Neighbour | null) => a?.key === b?.key && a?.score === b?.score;

/** Scores of any two rows by the plain way; parts are numbered first, which leaves every score as it is. */
function plainScores(measure: Measure, rows: readonly string[]): (a: number, b: number) => number {
  const ids = new Map<string, number>();
  const numbered = rows.map((row) =>
    Int32Array.from(partsOf(measure, row), (part) => {
      const id = ids.get(part) ?? ids.size;
      ids.set(part, id);
      return id;
    }),
  );
  const sets = numbered.map((parts) => new Set(parts));
  const none = { parts: new Int32Array(), set: new Set<number>() };
  return (a, b) => {
    const [mine, theirs] = [numbered[a] ?? none.parts, numbered[b] ?? none.parts];
    if (isOfSequences(measure))
      return scoreOf(measure, plainLcsLength(mine, theirs), mine.length, theirs.length);
    const set = sets[b] ?? none.set;
    let shared = 0;
    for (const part of mine) if (set.has(part)) shared += 1;
    return scoreOf(measure, shared, mine.length, theirs.length);
  };
}

/** Every row with all before it, as the join and as the search without a threshold see them. */
export function allPairsCheck(measure: Measure, rows: readonly string[]): Check {
  const score = plainScores(measure, rows);
  const [join, all] = [openIndex({ measure }), openIndex({ measure })];
  const kept = new Set<number>();
  let wrong = 0;
  for (const [key, row] of rows.entries()) {
    const scores = Array.from({ length: key }, (_, other) => ({ key: other, score: score(key, other) }));
    const expected = plainNearest(
      scores.filter((other) => kept.has(other.key)),
      THRESHOLD,
    );
    if (!same(join.nearest(row, { atLeast: THRESHOLD }), expected)) wrong += 1;
    if (!same(all.nearest(row), plainNearest(scores, 0))) wrong += 1;
    all.add(key, row);
    if (expected !== null) continue;
    kept.add(key);
    join.add(key, row);
  }
  const dropped = whole(rows.length - kept.size);
  return { wrong, words: `${whole(rows.length)} rows, ${dropped} dropped, ${wrong} results differ` };
}

/** Some of the rows with all others. */
export function sampleCheck(measure: Measure, rows: readonly string[], random: () => number): Check {
  const score = plainScores(measure, rows);
  const index = openIndex({ measure });
  for (const [key, row] of rows.entries()) index.add(key, row);
  let wrong = 0;
  for (let at = 0; at < SAMPLE; at += 1) {
    const key = Math.floor(random() * rows.length);
    const scores = Array.from({ length: rows.length }, (_, other) => ({
      key: other,
      score: other === key ? -1 : score(key, other),
    }));
    for (const atLeast of [0, THRESHOLD]) {
      const found = index.nearest(rows[key] ?? "", { atLeast, except: key });
      if (!same(found, plainNearest(scores, atLeast))) wrong += 1;
    }
  }
  return { wrong, words: `${SAMPLE} rows with all ${whole(rows.length)}, ${wrong} results differ` };
}
