import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";

interface Grade {
  path: number;
  /** From 1 to 10; null takes it back. */
  value: number | null;
  rationale: string | null;
}

/** A person's own critique of a path. */
export async function gradePath(scope: ProjectScope, grade: Grade): Promise<void> {
  await sql().begin((tx) => writeGrade(tx, scope, grade));
}

/** The same, inside the caller's transaction. */
export async function writeGrade(
  tx: SqlTransaction,
  scope: ProjectScope,
  { path, value, rationale }: Grade,
): Promise<void> {
  const { projectId, actor } = scope;
  const [known] = await tx`SELECT FROM path WHERE id = ${path} AND project_id = ${projectId} FOR KEY SHARE`;
  if (!known) throw notFound("path");
  const scorer = await personScorer(tx, scope);
  if (value === null) await tx`DELETE FROM score WHERE path_id = ${path} AND scorer_id = ${scorer.id}`;
  else {
    await tx`
      INSERT INTO score (project_id, path_id, scorer, kind, scorer_id, value, rationale)
      VALUES (${projectId}, ${path}, ${scorer.name}, 'critique', ${scorer.id}, ${value}, ${rationale})
      ON CONFLICT (path_id, scorer, kind) DO UPDATE SET value = excluded.value, rationale = excluded.rationale`;
  }
  await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
    VALUES (${projectId}, ${actor.userId}, 'path.grade', ${`path ${path}`}, ${tx.json({ value })})`;
}

/** The scorer that a person is: made with the first grade, and named after them for good, so that files can name it. */
async function personScorer(
  tx: SqlTransaction,
  { projectId, actor }: ProjectScope,
): Promise<{ id: number; name: string }> {
  const mine = () => tx<{ id: number; name: string }[]>`
    SELECT id, name FROM scorer
    WHERE project_id = ${projectId} AND source = 'person' AND created_by_id = ${actor.userId}`;
  const [known] = await mine();
  if (known) return known;
  await tx`SELECT pg_advisory_xact_lock(hashtext('scorer'), ${projectId})`;
  const [since] = await mine();
  if (since) return since;
  const title = `${actor.name} (person)`;
  const [row] = await tx<[{ id: number; name: string }]>`
    INSERT INTO scorer (project_id, name, kind, source, title, version, created_by_id)
    SELECT ${projectId}, CASE WHEN namesakes = 0 THEN ${title} ELSE ${title} || ' ' || (namesakes + 1) END, 'critique',
      'person', ${title}, namesakes + 1, ${actor.userId}
    FROM (SELECT count(*)::int AS namesakes FROM scorer
      WHERE project_id = ${projectId} AND kind = 'critique' AND title = ${title}) AS same
    RETURNING id, name`;
  return row;
}
