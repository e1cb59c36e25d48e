import type { Sql, SqlTransaction } from "#lib/db.ts";
import { lockProject } from "#lib/problems/store/lock-project.ts";

/**
 * Makes a problem of each of the candidates that are accepted and aren't one yet: an instruction, with their parents,
 * of the test split where a parent is. A candidate whose text is a problem of the project already becomes dropped as
 * its duplicate; of several with one text, all but the first do. Safe to repeat.
 */
export async function makeInstructions(
  tx: SqlTransaction,
  projectId: number,
  candidateIds: readonly number[],
): Promise<void> {
  if (candidateIds.length === 0) return;
  const wanted = tx`candidate.project_id = ${projectId} AND candidate.id = ANY(${[...candidateIds]}::int[])
    AND candidate.state = 'accepted' AND candidate.problem_id IS NULL`;
  await lockProject(tx, projectId);
  // In steps, each with the rows' numbers: a planner that guesses how many come out of one step guesses one, and
  // then compares all with all.
  const firsts = await tx<{ id: number }[]>`
    SELECT id FROM (
      SELECT DISTINCT ON (text_hash) id, text_hash FROM candidate WHERE ${wanted} ORDER BY text_hash, id
    ) AS first ORDER BY id`;
  const first = tx`candidate.id = ANY(${firsts.map(({ id }) => id)}::int[])`;
  const made = await tx<{ id: number }[]>`
    INSERT INTO problem (project_id, key, text, text_hash, answer, solution, subdomain_id, origin, split, parents)
    SELECT project_id,
      CASE WHEN EXISTS (
        SELECT FROM problem WHERE problem.project_id = ${projectId} AND problem.key = ${keyOf(tx)}
      ) THEN 'p-' || text_hash ELSE ${keyOf(tx)} END,
      text, text_hash, answer, solution, subdomain_id, 'generated',
      CASE WHEN EXISTS (
        SELECT FROM problem WHERE problem.project_id = ${projectId} AND problem.key = ANY(candidate.parents)
          AND problem.split = 'test'
      ) THEN 'test'::split ELSE 'train' END,
      parents
    FROM candidate WHERE ${first} ORDER BY id
    ON CONFLICT (project_id, text_hash) DO NOTHING
    RETURNING id`;
  await tx`
    UPDATE candidate SET problem_id = problem.id FROM problem
    WHERE ${first} AND problem.project_id = ${projectId} AND problem.text_hash = candidate.text_hash
      AND problem.id = ANY(${made.map(({ id }) => id)}::int[])`;
  await tx`
    UPDATE candidate SET state = 'dropped', reason = 'duplicate', decided_by_id = NULL, decided_at = NULL,
      detail = format('Problem %s has the same statement.', problem.id)
    FROM problem
    WHERE ${wanted} AND problem.project_id = ${projectId} AND problem.text_hash = candidate.text_hash`;
}

/** The key that the instruction of a `candidate` gets, as imports make it from a text. */
export function keyOf(db: Sql | SqlTransaction) {
  return db`'p-' || left(candidate.text_hash, 16)`;
}
