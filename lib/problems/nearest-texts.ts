import { openLcsPattern } from "#lib/similarity/lcs.ts";
import { scoreOf } from "#lib/similarity/measure.ts";
import { tokensOf } from "#lib/similarity/tokens.ts";

/** Another problem, as it is compared. */
export interface Other {
  readonly id: number;
  readonly text: string;
  /** Is it in the other split than the one it is compared with? */
  readonly across: boolean;
}

export interface Near {
  readonly id: number;
  /** ROUGE-L as an F-measure, from 0 to 1. */
  readonly score: number;
}

/** At most this many are near, and from this score on. */
export const MOST_NEAR = 5;
export const LEAST_NEAR = 0.3;
/** Problems of two splits that are as near as this are one problem to a model that is tested. */
export const CONTAMINATION = 0.6;

/**
 * Compares one text with others, one after the other: `look` at each, then ask what was `found`. Nearest first, then by
 * id; `across` is the nearest of the other split where it reaches `CONTAMINATION`. Exact: a text is only passed over
 * where its number of tokens alone keeps it from what counts.
 */
export function openNearest(text: string): {
  look(other: Other): void;
  found(): { nearest: readonly Near[]; across: Near | null };
} {
  const ids = new Map<string, number>();
  const mine = tokensOf(text);
  const pattern = openLcsPattern();
  pattern.load(
    Int32Array.from(mine, (token) => {
      const id = ids.get(token) ?? ids.size;
      ids.set(token, id);
      return id;
    }),
    mine.length,
  );
  const nearest: Near[] = [];
  let across: Near | null = null;

  return {
    look(other) {
      const theirs = tokensOf(other.text);
      const { length } = theirs;
      const reachable = scoreOf("rouge-l", Math.min(mine.length, length), mine.length, length);
      if (reachable < LEAST_NEAR) return;
      const known = Int32Array.from(theirs, (token) => ids.get(token) ?? -1);
      const score = scoreOf("rouge-l", pattern.lengthWith(known, 0, length), mine.length, length);
      if (score < LEAST_NEAR) return;
      const near = { id: other.id, score };
      nearest.push(near);
      nearest.sort(byScore);
      nearest.splice(MOST_NEAR);
      if (other.across && score >= CONTAMINATION && (across === null || byScore(near, across) < 0))
        across = near;
    },
    found: () => ({ nearest: [...nearest], across }),
  };
}

function byScore(a: Near, b: Near): number {
  return b.score - a.score || a.id - b.id;
}
