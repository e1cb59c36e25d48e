import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { type PathValue, placedAnswer } from "../category.ts";
import type { ReviewProgress } from "../contract/work.ts";
import type { AnswerDraft, Note, ReviewUnit } from "../contract.ts";
import { findQueue, lockReviewer, type QueueRow } from "./find-queue.ts";
import { takeBackGrade } from "./flow-on.ts";
import { readProgress } from "./progress.ts";
import { readHeld } from "./read-unit.ts";
import { type LockedUnit, recount } from "./recount.ts";

/** So many of a reviewer's newest answers can be taken back. */
export const UNDO_DEPTH = 10;

interface Kept {
  id: string;
  unitId: number;
  stands: boolean;
  value: PathValue | null;
  shown: number[];
  comment: string | null;
  notes: Note[];
}

/**
 * Takes back one of the caller's ten newest answers of a queue: the given one, else the newest that stands. The unit
 * comes back with a new lease, and what was said as its draft, unless others have given all the answers that are
 * wanted in the meantime (then it is null). Taking the same one back twice changes nothing and answers the same.
 */
export async function undo(
  scope: ProjectScope,
  input: { queue: number; id?: string | undefined },
): Promise<{ unit: ReviewUnit | null; progress: ReviewProgress }> {
  const queue = await findQueue(scope, input.queue);
  const unit = await sql().begin(async (tx) => {
    await lockReviewer(tx, queue.id, scope.actor.userId);
    return takeBack(tx, scope, queue, input.id);
  });
  return { unit, progress: await readProgress(scope, queue) };
}

async function takeBack(
  tx: SqlTransaction,
  scope: ProjectScope,
  queue: QueueRow,
  id: string | undefined,
): Promise<ReviewUnit | null> {
  const kept = await find(tx, scope, queue, id);
  if (!kept) return null;
  const [unit] = await tx<(LockedUnit & { paths: number[] })[]>`
    SELECT id, pair_id, gold IS NOT NULL AS is_gold, state, path_ids AS paths FROM review_unit
    WHERE id = ${kept.unitId} FOR UPDATE`;
  if (!unit) throw notFound("unit");
  if (kept.stands) {
    await tx`UPDATE judgement SET undone_at = clock_timestamp() WHERE id = ${kept.id}`;
    await recount(tx, queue, unit);
    if (kept.value?.kind === "score") await takeBackGrade(tx, scope, unit.paths[0]);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'review.undo', ${`unit ${unit.id}`},
        ${tx.json({ answer: kept.id })})`;
  }
  if (!(await holdAgain(tx, scope, queue, unit))) return null;
  await keepAsDraft(tx, scope, kept, unit.paths);
  const [again] = await readHeld(scope, queue, { unit: unit.id, db: tx });
  return again ?? null;
}

async function find(
  tx: SqlTransaction,
  { projectId, actor }: ProjectScope,
  queue: QueueRow,
  id: string | undefined,
): Promise<Kept | null> {
  const mine = tx`judgement.queue_id = ${queue.id} AND judgement.reviewer_id = ${actor.userId}`;
  const [found] = await tx<Kept[]>`
    SELECT id, unit_id, undone_at IS NULL AS stands, value, shown, comment, notes
    FROM (SELECT * FROM judgement WHERE ${mine} ORDER BY created_at DESC, id LIMIT ${UNDO_DEPTH}) AS recent
    WHERE ${id === undefined ? tx`undone_at IS NULL` : tx`id = ${id}`}
    ORDER BY created_at DESC, id LIMIT 1`;
  if (found || id === undefined) return found ?? null;
  const [older] = await tx`SELECT FROM judgement WHERE ${mine} AND id = ${id} AND project_id = ${projectId}`;
  if (!older) throw notFound("answer");
  throw new AppError("conflict", `Only your last ${UNDO_DEPTH} answers can be taken back.`, { field: "id" });
}

/** False where the unit wants no answer any more, so that nobody gets it beyond its overlap. */
async function holdAgain(
  tx: SqlTransaction,
  { actor }: ProjectScope,
  queue: QueueRow,
  unit: LockedUnit,
): Promise<boolean> {
  const [mine] = await tx`
    UPDATE review_hold SET until = now() + make_interval(mins => ${queue.leaseMinutes})
    WHERE unit_id = ${unit.id} AND reviewer_id = ${actor.userId} RETURNING unit_id`;
  if (mine) return true;
  const [free] = await tx`
    SELECT FROM review_unit WHERE id = ${unit.id} AND (open_slots > 0 OR gold IS NOT NULL AND state = 'open')`;
  if (!free) return false;
  await tx`INSERT INTO review_hold (unit_id, reviewer_id, queue_id, until)
    VALUES (${unit.id}, ${actor.userId}, ${queue.id}, now() + make_interval(mins => ${queue.leaseMinutes}))`;
  await tx`UPDATE review_unit SET open_slots = greatest(0, open_slots - 1) WHERE id = ${unit.id}`;
  return true;
}

async function keepAsDraft(
  tx: SqlTransaction,
  { actor }: ProjectScope,
  { unitId, value, shown, comment, notes }: Kept,
  paths: readonly number[],
): Promise<void> {
  const draft: AnswerDraft = {
    answer: value === null ? null : placedAnswer(value, { shown, paths }),
    comment: comment ?? "",
    notes,
  };
  await tx`
    INSERT INTO review_draft (unit_id, reviewer_id, draft) VALUES (${unitId}, ${actor.userId}, ${JSON.stringify(draft)}::jsonb)
    ON CONFLICT (unit_id, reviewer_id) DO UPDATE SET draft = excluded.draft, at = now()`;
}
