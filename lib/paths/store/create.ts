import { checkPath } from "#lib/answers/verdict.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { pathRecordSchema } from "#lib/formats/records.ts";
import { kindOf } from "#lib/formats/segments.ts";
import { verdictColumns } from "../checked.ts";
import { contentHash } from "../content-hash.ts";
import type { Path, Segment } from "../contract.ts";
import { getPath } from "./get.ts";
import { ownKey } from "./made-key.ts";

interface NewPath {
  problem: number;
  segments: Segment[];
  revisionOf?: number | undefined;
}

/**
 * Saves a path that the caller wrote, with its verdict. The same content again gives the path that is there already;
 * where that is not the caller's own, it is a conflict.
 */
export async function createPath(scope: ProjectScope, input: NewPath): Promise<Path> {
  const parsed = pathRecordSchema.shape.segments.safeParse(input.segments);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "This is no path.";
    throw new AppError("invalid_input", message, { field: "segments" });
  }
  const id = await sql().begin(async (tx) => {
    const reference = await lockProblem(tx, scope, input.problem);
    if (input.revisionOf !== undefined) await findRevised(tx, scope, input.problem, input.revisionOf);
    const hash = contentHash(input);
    return (
      (await insert(tx, scope, input, hash, reference)) ?? (await findOwn(tx, scope, input.problem, hash))
    );
  });
  return getPath(scope, id);
}

/** Its reference answer; nobody changes the problem until the path stands. */
async function lockProblem(tx: SqlTransaction, scope: ProjectScope, id: number): Promise<string | null> {
  const [row] = await tx<{ answer: string | null }[]>`
    SELECT answer FROM problem WHERE id = ${id} AND project_id = ${scope.projectId} FOR SHARE`;
  if (!row) throw notFound("problem");
  return row.answer;
}

async function findRevised(
  tx: SqlTransaction,
  scope: ProjectScope,
  problem: number,
  id: number,
): Promise<void> {
  const [row] = await tx`
    SELECT FROM path WHERE id = ${id} AND problem_id = ${problem} AND project_id = ${scope.projectId} FOR KEY SHARE`;
  if (row) return;
  const message = "This problem has no such path: name one of its own, or leave it out.";
  throw new AppError("invalid_input", message, { field: "revisionOf" });
}

/** The new path's id, or null where the problem has a path of this content. */
async function insert(
  tx: SqlTransaction,
  scope: ProjectScope,
  { problem, segments, revisionOf }: NewPath,
  hash: string,
  reference: string | null,
): Promise<number | null> {
  const verdict = verdictColumns(checkPath({ reference, segments }));
  const [row] = await tx<{ id: number }[]>`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, author_id, revision_of_id,
      answer, answer_rule, verdict, verdict_method, verdict_reason, checked_at)
    VALUES (${scope.projectId}, ${problem}, ${ownKey(tx, { projectId: scope.projectId, problem, hash })},
      ${kindOf(segments)}::path_kind, ${tx.json(segments)}, ${hash}, ${scope.actor.userId}, ${revisionOf ?? null}::int,
      ${verdict.answer}, ${verdict.answerRule}, ${verdict.verdict}::verdict, ${verdict.verdictMethod},
      ${verdict.verdictReason}, clock_timestamp())
    ON CONFLICT (problem_id, content_hash) DO NOTHING
    RETURNING id`;
  if (!row) return null;
  await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
    VALUES (${scope.projectId}, ${scope.actor.userId}, 'path.create', ${`path ${row.id}`},
      ${tx.json({ problem, revisionOf: revisionOf ?? null })})`;
  return row.id;
}

async function findOwn(
  tx: SqlTransaction,
  scope: ProjectScope,
  problem: number,
  hash: string,
): Promise<number> {
  const [row] = await tx<[{ id: number; key: string; authorId: string | null }]>`
    SELECT id, key, author_id FROM path WHERE problem_id = ${problem} AND content_hash = ${hash}`;
  if (row.authorId === scope.actor.userId) return row.id;
  const message = `Path ${row.key} of this problem says exactly the same. Change something, or use that one.`;
  throw new AppError("conflict", message, { field: "segments" });
}
