import { lcsLength } from "./lcs.ts";
import { isOfSequences, type Measure, scoreOf } from "./measure.ts";
import { partsOf, type SimilarityOptions } from "./parts.ts";

/** How alike two texts are, from 0 to 1, the same both ways round. `scoreOf` defines the measures. */
export function similarity(measure: Measure, a: string, b: string, options: SimilarityOptions = {}): number {
  const parts = [partsOf(measure, a, options), partsOf(measure, b, options)] as const;
  return score(measure, isOfSequences(measure) ? commonLength(...parts) : commonCount(...parts), parts);
}

/** How alike two texts are by each measure. */
export function similarities(a: string, b: string, options: SimilarityOptions = {}): Record<Measure, number> {
  const tokens = [partsOf("rouge-l", a, options), partsOf("rouge-l", b, options)] as const;
  const length = commonLength(...tokens);
  return {
    "rouge-l": score("rouge-l", length, tokens),
    lcs: score("lcs", length, tokens),
    "jaccard-words": similarity("jaccard-words", a, b, options),
    "jaccard-chars": similarity("jaccard-chars", a, b, options),
  };
}

type Parts = readonly [readonly string[], readonly string[]];

function score(measure: Measure, shared: number, [a, b]: Parts): number {
  return scoreOf(measure, shared, a.length, b.length);
}

function commonCount(a: readonly string[], b: readonly string[]): number {
  const members = new Set(a);
  return b.filter((part) => members.has(part)).length;
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const ids = new Map<string, number>();
  for (const token of a) if (!ids.has(token)) ids.set(token, ids.size);
  const idOf = (token: string): number => ids.get(token) ?? -1;
  return lcsLength(Int32Array.from(a, idOf), Int32Array.from(b, idOf));
}
