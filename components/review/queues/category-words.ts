import type { TaskKind } from "#lib/review/contract.ts";

const PAIR_WORD: Record<string, string> = {
  first: "First is better",
  second: "Second is better",
  tie: "Tie",
  both_bad: "Both bad",
};

const SEED_WORD: Record<string, string> = {
  good: "Good problem",
  bad: "Bad problem",
  undecided: "Can't decide",
};

/**
 * A category (see lib/review/category.ts) in words. `paths`: the ids of the unit's paths in its own order; a ranking is
 * then said by their places, else by their ids. Steps count from 1 here.
 */
export function categoryWord(kind: TaskKind, category: string, paths: readonly number[] = []): string {
  switch (kind) {
    case "pair":
      return PAIR_WORD[category] ?? category;
    case "seed":
      return SEED_WORD[category] ?? category;
    case "score":
      return `${category} of 10`;
    case "first_wrong":
      return category === "none" ? "No wrong step" : `Step ${Number(category) + 1}`;
    case "ranking":
      return category
        .split(">")
        .map((rank) =>
          rank
            .split("=")
            .map((id) => placeName(Number(id), paths))
            .join(" = "),
        )
        .join(" > ");
  }
}

function placeName(id: number, paths: readonly number[]): string {
  const at = paths.indexOf(id);
  return at < 0 ? `path ${id}` : `${at + 1}`;
}

/** What each path of a unit is called on the lead's screens. */
export function pathName(kind: TaskKind, at: number): string {
  if (kind === "pair") return at === 0 ? "First" : "Second";
  return kind === "ranking" ? `Path ${at + 1}` : "Path";
}

export interface CategoryCount {
  category: string;
  count: number;
  share: number;
}

/** How often each category was said, the most frequent first. Skips (null) aren't counted. */
export function tally(categories: readonly (string | null)[]): CategoryCount[] {
  const said = categories.filter((category) => category !== null);
  const counts = new Map<string, number>();
  for (const category of said) counts.set(category, 1 + (counts.get(category) ?? 0));
  return [...counts]
    .map(([category, count]) => ({ category, count, share: count / said.length }))
    .toSorted((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1));
}

/** The category that more than half of the answers say; null where there is none. */
export function majority(counts: readonly CategoryCount[]): string | null {
  const [top] = counts;
  return top !== undefined && top.share > 0.5 ? top.category : null;
}

const STRENGTH_WORD: Record<number, string> = { 1: "slightly", 2: "clearly", 3: "by far" };

export function strengthWord(strength: number | null): string | null {
  return strength === null ? null : (STRENGTH_WORD[strength] ?? String(strength));
}

const SEED_QUESTIONS = { clear: "clear", solvable: "solvable", answerRight: "answer right" };

/** What a seed check said beside its verdict: "clear, not solvable". Null where nothing was. */
export function seedDetail(value: Readonly<Record<string, unknown>> | null): string | null {
  const parts = Object.entries(SEED_QUESTIONS).flatMap(([key, word]) => {
    const said = value?.[key];
    return typeof said === "boolean" ? [said ? word : `not ${word}`] : [];
  });
  return parts.length === 0 ? null : parts.join(", ");
}
