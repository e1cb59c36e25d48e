import type { PathRecord, ProblemRecord } from "#lib/formats/records.ts";

/** Where answers come from for paths that have none beside them. */
export interface References {
  add(problem: ProblemRecord): void;
  /** The reference answer of a path's problem, by its id, else by its text; null where there is none. */
  of(path: Pick<PathRecord, "problem_id" | "problem">): string | null;
}

/** Reference answers by problem. Of several answers to one problem the first counts, as in an import. */
export function newReferences(): References {
  const byId = new Map<string, string>();
  const byText = new Map<string, string>();
  return {
    add({ id, problem, answer }) {
      if (answer === undefined) return;
      if (id !== undefined && !byId.has(id)) byId.set(id, answer);
      if (!byText.has(problem)) byText.set(problem, answer);
    },
    of({ problem_id: id, problem }) {
      const found = id === undefined ? undefined : byId.get(id);
      return found ?? (problem === undefined ? undefined : byText.get(problem)) ?? null;
    },
  };
}
