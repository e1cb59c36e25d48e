import type { TaskKind } from "#lib/review/contract.ts";
import { categoryWord } from "./category-words.ts";

/** One of the answers that a lead can give to a unit. */
export interface DecisionChoice {
  category: string;
  label: string;
  /** Null: it is pressed, or chosen in the list of steps. */
  keys: string | null;
}

const WORDS: Partial<Record<TaskKind, readonly string[]>> = {
  pair: ["first", "second", "tie", "both_bad"],
  seed: ["good", "bad", "undecided"],
};

const TEN_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

/**
 * The answers of a kind, with the key of each: by their places; grades by their digit, 0 for ten; steps by their number
 * as it is shown, as far as digits go, 0 for none. Rankings are put in (see ranking-entry.ts), and have none.
 */
export function decisionChoices(kind: TaskKind, steps: number): DecisionChoice[] {
  const choice = (category: string, keys: string | null) => ({
    category,
    label: categoryWord(kind, category),
    keys,
  });
  switch (kind) {
    case "ranking":
      return [];
    case "score":
      return TEN_KEYS.map((keys, at) => choice(String(at + 1), keys));
    case "first_wrong":
      return [
        choice("none", "0"),
        ...Array.from({ length: steps }, (_, at) => choice(String(at), at < 9 ? String(at + 1) : null)),
      ];
    default:
      return (WORDS[kind] ?? []).map((category, at) => choice(category, String(at + 1)));
  }
}
