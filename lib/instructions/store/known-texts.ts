import { sql } from "#lib/db.ts";

export interface KnownProblem {
  id: number;
  text: string;
  split: "train" | "test";
}

export interface PassedCandidate {
  slot: number;
  place: number;
  text: string;
}

const CHUNK = 2000;

/** The project's problems up to `last`, by id, in chunks. */
export async function* knownProblems(
  { projectId }: { readonly projectId: number },
  last: number,
): AsyncGenerator<KnownProblem[]> {
  for (let after = 0; ; ) {
    const rows = await sql()<KnownProblem[]>`
      SELECT id, text, split FROM problem
      WHERE project_id = ${projectId} AND id > ${after} AND id <= ${last}
      ORDER BY id LIMIT ${CHUNK}`;
    if (rows.length > 0) yield rows;
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.id ?? last;
  }
}

/** The run's candidates so far that were compared with others, in the order in which they were. */
export async function passedCandidates(runId: number): Promise<PassedCandidate[]> {
  return sql()<PassedCandidate[]>`
    SELECT slot, place, text FROM candidate
    WHERE run_id = ${runId} AND rouge_l IS NOT NULL
    ORDER BY slot, place`;
}

/** The id of the project's last problem, 0 where it has none. */
export async function lastProblem(projectId: number): Promise<number> {
  const [row] = await sql()<[{ last: number }]>`
    SELECT coalesce(max(id), 0)::int AS last FROM problem WHERE project_id = ${projectId}`;
  return row.last;
}
