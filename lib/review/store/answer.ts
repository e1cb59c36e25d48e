import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { categoryOf, type PathValue, pathValue } from "../category.ts";
import type { ReviewProgress } from "../contract/work.ts";
import type { Note, UnitAnswer } from "../contract.ts";
import { findQueue, lockReviewer, type QueueRow } from "./find-queue.ts";
import { flowOn } from "./flow-on.ts";
import { readProgress } from "./progress.ts";
import { type LockedUnit, recount } from "./recount.ts";

interface NewAnswer {
  id: string;
  queue: number;
  unit: number;
  answer: UnitAnswer;
  shown: number[];
  problemVersion: number;
  seconds: number;
  comment: string;
  notes: Note[];
}

interface AnsweredUnit extends LockedUnit {
  paths: number[];
  problemId: number;
  problemVersion: number;
  /** The caller's lease hasn't ended. */
  isHeld: boolean;
}

/**
 * Keeps an answer, and with it what the unit's answers come to. One that comes after its lease has ended, or of a
 * problem that has been changed since, is kept all the same, marked as late. The same id again changes nothing; with
 * another content it is a conflict. One reviewer has one answer to a unit: a newer one takes the place of the older,
 * and a skip only that of a skip.
 */
export async function answerUnit(
  scope: ProjectScope,
  input: NewAnswer,
): Promise<{ progress: ReviewProgress; late: boolean }> {
  const queue = await findQueue(scope, input.queue);
  const late = await sql().begin(async (tx) => {
    await lockReviewer(tx, queue.id, scope.actor.userId);
    const unit = await lockUnit(tx, scope, queue, input);
    const value = pathValue(input.answer, { shown: input.shown, paths: unit.paths });
    const isLate = !unit.isHeld || unit.problemVersion !== input.problemVersion;
    const before = await standing(tx, scope, unit.id);
    const same = await sameId(tx, scope, input, unit, value);
    if (same !== null) return same.late;
    const gives = value !== null || before?.isSkip !== false;
    if (before && gives) await withdraw(tx, before.id);
    if (gives) await insert(tx, scope, { input, unit, queue, value, isLate });
    await tx`DELETE FROM review_hold WHERE unit_id = ${unit.id} AND reviewer_id = ${scope.actor.userId}`;
    await tx`DELETE FROM review_draft WHERE unit_id = ${unit.id} AND reviewer_id = ${scope.actor.userId}`;
    const isDropped = value === null && queue.skipPolicy === "drop" && !unit.isGold;
    if (isDropped)
      await tx`UPDATE review_unit SET state = 'dropped' WHERE id = ${unit.id} AND state = 'open'`;
    await recount(tx, queue, isDropped ? { ...unit, state: "dropped" } : unit);
    if (value !== null) await flowOn(tx, scope, { unit, value, comment: input.comment });
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'review.answer', ${`unit ${unit.id}`},
        ${tx.json({ answer: input.id, category: value === null ? "skip" : categoryOf(value) })})`;
    return isLate;
  });
  return { progress: await readProgress(scope, queue), late };
}

async function lockUnit(
  tx: SqlTransaction,
  scope: ProjectScope,
  queue: QueueRow,
  input: NewAnswer,
): Promise<AnsweredUnit> {
  const [unit] = await tx<AnsweredUnit[]>`
    SELECT unit.id, unit.pair_id, unit.gold IS NOT NULL AS is_gold, unit.state, unit.path_ids AS paths, unit.problem_id,
      problem.version AS problem_version,
      EXISTS (SELECT FROM review_hold WHERE unit_id = unit.id AND reviewer_id = ${scope.actor.userId} AND until > now())
        AS is_held
    FROM review_unit AS unit JOIN problem ON problem.id = unit.problem_id AND problem.project_id = ${scope.projectId}
    WHERE unit.id = ${input.unit} AND unit.queue_id = ${queue.id} AND unit.project_id = ${scope.projectId}
    FOR UPDATE OF unit`;
  if (!unit) throw notFound("unit");
  if (input.answer.kind !== "skip" && input.answer.kind !== queue.kind) {
    const message = `This queue asks for answers of the kind ${queue.kind}.`;
    throw new AppError("invalid_input", message, { field: "answer.kind" });
  }
  const own = new Set(unit.paths);
  if (input.shown.length !== unit.paths.length || !input.shown.every((id) => own.delete(id))) {
    throw new AppError("invalid_input", "Name the unit's own paths, each once, as they stood.", {
      field: "shown",
    });
  }
  if (input.answer.kind === "ranking" && input.answer.ranks.length !== unit.paths.length) {
    throw new AppError("invalid_input", `Give a rank to each of the ${unit.paths.length} paths.`, {
      field: "answer.ranks",
    });
  }
  return unit;
}

interface Standing {
  id: string;
  isSkip: boolean;
}

async function standing(tx: SqlTransaction, scope: ProjectScope, unitId: number): Promise<Standing | null> {
  const [row] = await tx<Standing[]>`
    SELECT id, category IS NULL AS is_skip FROM judgement
    WHERE unit_id = ${unitId} AND reviewer_id = ${scope.actor.userId} AND undone_at IS NULL`;
  return row ?? null;
}

/** What is kept under this id already; null where nothing is. AppError where that is something else. */
async function sameId(
  tx: SqlTransaction,
  scope: ProjectScope,
  input: NewAnswer,
  unit: AnsweredUnit,
  value: PathValue | null,
): Promise<{ late: boolean } | null> {
  const [known] = await tx<{ same: boolean; late: boolean }[]>`
    SELECT late, project_id = ${scope.projectId} AND reviewer_id = ${scope.actor.userId} AND unit_id = ${unit.id}
      AND value IS NOT DISTINCT FROM ${value === null ? null : JSON.stringify(value)}::jsonb
      AND shown = ${input.shown}::int[] AND seconds = ${input.seconds}
      AND coalesce(comment, '') = ${input.comment} AND notes = ${JSON.stringify(input.notes)}::jsonb
      AND strength IS NOT DISTINCT FROM ${strengthOf(input.answer)}::int AS same
    FROM judgement WHERE id = ${input.id}`;
  if (!known) return null;
  if (known.same) return { late: known.late };
  throw new AppError("conflict", "This id belongs to another answer. Send the answer with a new id.", {
    field: "id",
  });
}

async function withdraw(tx: SqlTransaction, id: string): Promise<void> {
  await tx`UPDATE judgement SET undone_at = clock_timestamp() WHERE id = ${id}`;
}

/**
 * Its time is later than that of every earlier answer to the unit or of the reviewer, however fast they follow each
 * other or the clock is set back: the order counts.
 */
async function insert(
  tx: SqlTransaction,
  scope: ProjectScope,
  {
    input,
    unit,
    queue,
    value,
    isLate,
  }: { input: NewAnswer; unit: AnsweredUnit; queue: QueueRow; value: PathValue | null; isLate: boolean },
): Promise<void> {
  const ofPair = value?.kind === "pair" ? value.outcome : null;
  const answer = value === null ? "skip" : ofPair;
  const left = queue.kind === "pair" ? (input.shown[0] ?? null) : null;
  await tx`
    INSERT INTO judgement (id, project_id, unit_id, queue_id, pair_id, reviewer_id, answer, left_id, shown, value,
      category, strength, comment, notes, seconds, late, created_at)
    VALUES (${input.id}, ${scope.projectId}, ${unit.id}, ${queue.id}, ${unit.pairId}, ${scope.actor.userId},
      ${answer}::judgement_answer, ${left}, ${input.shown}::int[],
      ${value === null ? null : JSON.stringify(value)}::jsonb, ${value === null ? null : categoryOf(value)},
      ${strengthOf(input.answer)}, ${input.comment === "" ? null : input.comment},
      ${JSON.stringify(input.notes)}::jsonb, ${input.seconds}, ${isLate}, greatest(clock_timestamp(),
        (SELECT max(created_at) FROM judgement WHERE unit_id = ${unit.id}) + interval '1 millisecond',
        (SELECT max(created_at) FROM judgement WHERE queue_id = ${queue.id}
          AND reviewer_id = ${scope.actor.userId}) + interval '1 millisecond'))`;
}

function strengthOf(answer: UnitAnswer): number | null {
  return answer.kind === "pair" ? (answer.strength ?? null) : null;
}
