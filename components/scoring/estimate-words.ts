import { dollars } from "#components/ui/dollars.ts";
import type { ScoringEstimate } from "#lib/scoring/contract/runs.ts";

/** What a run would take, before it is started: "1,234 calls, about $0.52, at most $3.10". */
export function estimateText({ calls, ceiling, expected }: ScoringEstimate): string {
  const number = `${calls.toLocaleString("en")} ${calls === 1 ? "call" : "calls"}`;
  if (calls === 0 || (ceiling === 0 && expected === null)) return number;
  if (ceiling === 0) return `${number}, no price`;
  const about = expected === null ? "" : `, about ${dollars(expected)}`;
  return `${number}${about}, at most ${dollars(ceiling)}`;
}
