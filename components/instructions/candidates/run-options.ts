import { runTitle } from "#components/jobs/run-words.ts";
import type { CandidateFacets } from "#lib/instructions/contract.ts";

/** Runs with candidates as options, the newest first; one that only the URL knows is one too. */
export function runOptions(runs: CandidateFacets["runs"] | undefined, chosen: number | null) {
  const known = (runs ?? []).map(({ id, kind, candidates }) => ({
    value: String(id),
    label: `${runTitle({ kind, parameters: {} })}, run ${id}`,
    count: candidates,
  }));
  if (chosen === null || known.some(({ value }) => value === String(chosen))) return known;
  return [...known, { value: String(chosen), label: `Run ${chosen}` }];
}
