import type { PairOutcome } from "#lib/pairs/contract.ts";
import type { UnitAnswer } from "./contract.ts";

/** An answer in terms of paths, as the table judgement keeps it. */
export type PathValue =
  | { kind: "pair"; outcome: PairOutcome }
  | { kind: "ranking"; ranks: { pathId: number; rank: number }[] }
  | Extract<UnitAnswer, { kind: "score" | "first_wrong" | "seed" }>;

/**
 * From what a reviewer said of the places on the screen to the unit's paths. `shown`: the paths as they stood, from
 * the left; `paths`: the unit's own order. Null of a skip. Ranks are dense, from 1, whatever numbers were sent.
 */
export function pathValue(
  answer: UnitAnswer,
  { shown, paths }: { shown: readonly number[]; paths: readonly number[] },
): PathValue | null {
  switch (answer.kind) {
    case "skip":
      return null;
    case "pair": {
      if (answer.choice === "tie" || answer.choice === "both_bad") {
        return { kind: "pair", outcome: answer.choice };
      }
      const chosen = shown[answer.choice === "a" ? 0 : 1];
      return { kind: "pair", outcome: chosen === paths[0] ? "first" : "second" };
    }
    case "ranking": {
      const used = [...new Set(answer.ranks)].toSorted((a, b) => a - b);
      const ranks = shown.map((pathId, place) => ({
        pathId,
        rank: 1 + used.indexOf(answer.ranks[place] ?? 0),
      }));
      return { kind: "ranking", ranks: ranks.toSorted((a, b) => a.rank - b.rank || a.pathId - b.pathId) };
    }
    default:
      return answer;
  }
}

/** The answer as it is given of these places: the inverse of `pathValue`. */
export function placedAnswer(
  value: PathValue,
  { shown, paths }: { shown: readonly number[]; paths: readonly number[] },
): UnitAnswer {
  switch (value.kind) {
    case "pair": {
      const { outcome } = value;
      if (outcome === "tie" || outcome === "both_bad") return { kind: "pair", choice: outcome };
      const chosen = outcome === "first" ? paths[0] : paths[1];
      return { kind: "pair", choice: chosen === shown[0] ? "a" : "b" };
    }
    case "ranking": {
      const rankOf = new Map(value.ranks.map(({ pathId, rank }) => [pathId, rank]));
      return { kind: "ranking", ranks: shown.map((pathId) => rankOf.get(pathId) ?? 1) };
    }
    default:
      return value;
  }
}

/** The answer as one word, equal where two reviewers said the same: what agreement and consensus count. */
export function categoryOf(value: PathValue): string {
  switch (value.kind) {
    case "pair":
      return value.outcome;
    case "ranking":
      return value.ranks
        .map(({ pathId, rank }, at) => {
          const before = value.ranks[at - 1];
          return before === undefined ? String(pathId) : `${before.rank === rank ? "=" : ">"}${pathId}`;
        })
        .join("");
    case "score":
      return String(value.score);
    case "first_wrong":
      return value.step === null ? "none" : String(value.step);
    case "seed":
      return value.verdict;
  }
}

const PAIR = /^(first|second|tie|both_bad)$/;
const SCORE = /^([1-9]|10)$/;
const STEP = /^(none|\d{1,6})$/;
const SEED = /^(good|bad|undecided)$/;

/** Whether a word can be an answer to a unit of this kind: for decisions and known answers, which a lead gives. */
export function isCategory(kind: PathValue["kind"], category: string, paths: readonly number[]): boolean {
  switch (kind) {
    case "pair":
      return PAIR.test(category);
    case "ranking": {
      const ranked = category.split(/[=>]/).map(Number);
      const own = new Set(paths);
      return ranked.length === own.size && ranked.every((id) => own.delete(id));
    }
    case "score":
      return SCORE.test(category);
    case "first_wrong":
      return STEP.test(category);
    case "seed":
      return SEED.test(category);
  }
}
