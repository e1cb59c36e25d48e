import { characterGramsOf } from "./character-grams.ts";
import type { Measure } from "./measure.ts";
import { type TokenOptions, tokensOf } from "./tokens.ts";

export interface SimilarityOptions extends TokenOptions {
  /** Characters of a run in `jaccard-chars`; 3 where not given. */
  gramLength?: number;
}

/** What a measure compares of a text: its tokens in order, or the distinct members of its set. */
export function partsOf(measure: Measure, text: string, options: SimilarityOptions = {}): string[] {
  switch (measure) {
    case "rouge-l":
    case "lcs":
      return tokensOf(text, options);
    case "jaccard-words":
      return [...new Set(tokensOf(text, options))];
    case "jaccard-chars":
      return characterGramsOf(text, options.gramLength);
  }
}
