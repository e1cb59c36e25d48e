import { openLcsPattern } from "#lib/similarity/lcs.ts";
import type { DistanceMeasure } from "./contract.ts";
import { cosineDistance } from "./cosine.ts";
import { levenshtein } from "./levenshtein.ts";
import type { Reasoning } from "./reasoning.ts";

/** What a path's distances are measured on. `vector`: of length 1; needed for the distance of embeddings alone. */
export type Measurable = Reasoning & { vector?: Float32Array | null };

/** Distance of two of the paths, by their places: from 0 (the same) to 1, the same in both directions. */
export type Distance = (a: number, b: number) => number;

/** Distances between the paths of one problem. */
export function openDistance(measure: DistanceMeasure, paths: readonly Measurable[]): Distance {
  switch (measure) {
    case "lcs":
      return lcsDistance(interned(paths.map(({ words }) => words)));
    case "equations": {
      const lists = interned(paths.map(({ equations }) => equations));
      return (a, b) => {
        const [one, other] = [lists[a], lists[b]];
        if (!one || !other) return 0;
        return share(levenshtein(one, other), Math.max(one.length, other.length));
      };
    }
    case "program":
      return jaccardDistance(paths.map(({ program }) => new Set(program)));
    case "embedding":
      return (a, b) => {
        const [one, other] = [paths[a]?.vector, paths[b]?.vector];
        if (!one || !other) throw new Error("a path without a vector has no distance");
        return cosineDistance(one, other);
      };
  }
}

/** 1 − LCS / longer, over words. One side stays loaded while it is compared with many. */
function lcsDistance(lists: readonly Int32Array[]): Distance {
  const pattern = openLcsPattern();
  let loaded = -1;
  return (a, b) => {
    const [one, other] = [lists[a], lists[b]];
    if (!one || !other) return 0;
    if (a !== loaded) {
      pattern.load(one, one.length);
      loaded = a;
    }
    const longer = Math.max(one.length, other.length);
    return longer === 0 ? 0 : 1 - pattern.lengthWith(other, 0, other.length) / longer;
  };
}

function jaccardDistance(sets: readonly ReadonlySet<string>[]): Distance {
  return (a, b) => {
    const [one, other] = [sets[a] ?? new Set<string>(), sets[b] ?? new Set<string>()];
    let shared = 0;
    for (const token of one) if (other.has(token)) shared += 1;
    const all = one.size + other.size - shared;
    return all === 0 ? 0 : 1 - shared / all;
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Each list with a number in place of each word, the same for the same word. */
function interned(lists: readonly (readonly string[])[]): Int32Array[] {
  const numbers = new Map<string, number>();
  return lists.map((list) =>
    Int32Array.from(list, (word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, numbers.size);
      return numbers.size - 1;
    }),
  );
}
