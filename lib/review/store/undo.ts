import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { type PathAnswer, sideAnswerOf } from "../answer.ts";
import type { ReviewProgress, ReviewUnit, SideAnswer } from "../contract.ts";
import { recount } from "./decide.ts";
import { readProgress } from "./progress.ts";
import { LEASE_MINUTES, readUnits } from "./unit.ts";

/** So many of a reviewer's newest judgements can be taken back. */
const UNDO_DEPTH = 10;

interface Taken {
  unit: ReviewUnit | null;
  answer: SideAnswer | null;
}

interface KeptJudgement {
  id: string;
  pairId: number;
  answer: PathAnswer;
  leftIsFirst: boolean;
}

/**
 * Takes back one of the caller's ten newest judgements: the given one, else the newest that stands. The pair comes
 * back with a new lease, unless somebody else holds it (then the unit is null). Taking the same one back twice
 * changes nothing and answers the same; with nothing to take back, unit and answer are null.
 */
export async function undo(
  scope: ProjectScope,
  input: { id?: string | undefined },
): Promise<Taken & { progress: ReviewProgress }> {
  const taken = await sql().begin((tx) => takeBack(tx, scope, input.id));
  return { ...taken, progress: await readProgress(scope) };
}

async function takeBack(tx: SqlTransaction, scope: ProjectScope, id: string | undefined): Promise<Taken> {
  const judgement = await find(tx, scope, id);
  if (!judgement) return { unit: null, answer: null };
  const { pairId } = judgement;
  await tx`SELECT FROM preference_pair WHERE id = ${pairId} FOR UPDATE`;
  const { count } = await tx`
    UPDATE judgement SET undone_at = clock_timestamp() WHERE id = ${judgement.id} AND undone_at IS NULL`;
  if (count > 0) {
    await recount(tx, pairId);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'review.undo', ${`pair ${pairId}`},
        ${tx.json({ judgement: judgement.id })})`;
  }
  await tx`
    INSERT INTO review_lease (pair_id, reviewer_id, until)
    VALUES (${pairId}, ${scope.actor.userId}, now() + make_interval(mins => ${LEASE_MINUTES}))
    ON CONFLICT (pair_id) DO UPDATE SET reviewer_id = excluded.reviewer_id, until = excluded.until
      WHERE review_lease.until <= now() OR review_lease.reviewer_id = excluded.reviewer_id`;
  const [unit] = await readUnits(tx, scope, { pairId });
  return { unit: unit ?? null, answer: sideAnswerOf(judgement.answer, judgement.leftIsFirst) };
}

async function find(
  tx: SqlTransaction,
  scope: ProjectScope,
  id: string | undefined,
): Promise<KeptJudgement | null> {
  const mine = tx`judgement.project_id = ${scope.projectId} AND judgement.reviewer_id = ${scope.actor.userId}`;
  const [found] = await tx<KeptJudgement[]>`
    SELECT recent.id, recent.pair_id, recent.answer, recent.left_id = pair.first_id AS left_is_first
    FROM (SELECT * FROM judgement WHERE ${mine} ORDER BY created_at DESC, id LIMIT ${UNDO_DEPTH}) AS recent
    JOIN preference_pair AS pair ON pair.id = recent.pair_id
    WHERE ${id === undefined ? tx`recent.undone_at IS NULL` : tx`recent.id = ${id}`}
    ORDER BY recent.created_at DESC, recent.id LIMIT 1`;
  if (found || id === undefined) return found ?? null;
  const [older] = await tx`SELECT FROM judgement WHERE ${mine} AND id = ${id}`;
  if (!older) throw notFound("judgement");
  throw new AppError("conflict", `Only your last ${UNDO_DEPTH} judgements can be taken back.`, {
    field: "id",
  });
}
