import type { TaskKind } from "./contract.ts";

/** What a unit's answers come to. `wanted`: how many answers it is to have. */
export interface Decision {
  state: "open" | "done" | "disputed";
  wanted: number;
  /** The category that was agreed on; null while there is none. */
  consensus: string | null;
  /** Share of the answers that say what most of them say; null without answers. */
  share: number | null;
}

/** Grades this far apart or nearer agree. */
const NEAR = 2;

/**
 * Whether a unit's answers agree: more than half of them say the same; grades agree where all lie within two points
 * of each other, and their median counts (of an even number the lower one). Where they don't, one more answer is
 * asked for at a time, up to `extra` beyond `overlap`; then the unit is disputed, and a lead decides.
 */
export function decide(
  categories: readonly string[],
  { kind, overlap, extra }: { kind: TaskKind; overlap: number; extra: number },
): Decision {
  const top = mostFrequent(categories);
  const share = categories.length === 0 ? null : (top?.count ?? 0) / categories.length;
  if (categories.length < overlap) return { state: "open", wanted: overlap, consensus: null, share };
  const agreed = kind === "score" ? agreedGrade(categories) : strictMajority(categories, top);
  if (agreed !== null)
    return { state: "done", wanted: Math.max(overlap, categories.length), consensus: agreed, share };
  if (categories.length < overlap + extra) {
    return { state: "open", wanted: categories.length + 1, consensus: null, share };
  }
  return { state: "disputed", wanted: categories.length, consensus: null, share };
}

function mostFrequent(categories: readonly string[]): { category: string; count: number } | null {
  const counts = new Map<string, number>();
  for (const category of categories) counts.set(category, 1 + (counts.get(category) ?? 0));
  let top: { category: string; count: number } | null = null;
  for (const [category, count] of counts) if (top === null || count > top.count) top = { category, count };
  return top;
}

function strictMajority(categories: readonly string[], top: ReturnType<typeof mostFrequent>): string | null {
  return top !== null && 2 * top.count > categories.length ? top.category : null;
}

function agreedGrade(categories: readonly string[]): string | null {
  const grades = categories.map(Number).toSorted((a, b) => a - b);
  const [least = 0] = grades;
  const most = grades.at(-1) ?? 0;
  if (grades.length === 0 || most - least > NEAR) return null;
  return String(grades[Math.floor((grades.length - 1) / 2)] ?? least);
}
