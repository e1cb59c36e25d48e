import type { ReviewerFigures } from "#lib/review/contract/agreement.ts";

export interface DayCount {
  /** YYYY-MM-DD, UTC. */
  day: string;
  answers: number;
}

const DAY_MS = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Answers of all reviewers by day, from the first day with one to the last; days without one count 0. */
export function throughput(reviewers: readonly Pick<ReviewerFigures, "days">[]): DayCount[] {
  const counts = new Map<string, number>();
  for (const { day, answers } of reviewers.flatMap(({ days }) => days)) {
    counts.set(day, answers + (counts.get(day) ?? 0));
  }
  const known = [...counts.keys()].toSorted();
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const from = Date.parse(first);
  const days = 1 + Math.round((Date.parse(last) - from) / DAY_MS);
  return Array.from({ length: days }, (_, at) => dayOf(from + at * DAY_MS)).map((day) => ({
    day,
    answers: counts.get(day) ?? 0,
  }));
}
