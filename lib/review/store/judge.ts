import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { pathAnswer } from "../answer.ts";
import type { ReviewProgress, SideAnswer } from "../contract.ts";
import { recount } from "./decide.ts";
import { readProgress } from "./progress.ts";

interface NewJudgement {
  id: string;
  pairId: number;
  answer: SideAnswer;
  leftPathId: number;
  seconds: number;
  strength?: number | undefined;
  comment?: string | undefined;
}

interface JudgedPair {
  id: number;
  firstId: number;
}

/**
 * Keeps a judgement and decides its pair, unless somebody else's judgement has decided it already. Whoever still
 * sends an answer after the lease has lapsed is heard all the same. The same id again changes nothing; with
 * another content it is a conflict.
 */
export async function judge(scope: ProjectScope, input: NewJudgement): Promise<ReviewProgress> {
  await sql().begin(async (tx) => {
    const pair = await lockPair(tx, scope, input);
    if (!(await insert(tx, scope, pair, input))) return;
    await supersede(tx, scope, input);
    await recount(tx, pair.id);
    await tx`DELETE FROM review_lease WHERE pair_id = ${pair.id}
      AND ${input.answer === "skip" ? tx`reviewer_id = ${scope.actor.userId}` : tx`true`}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'review.judge', ${`pair ${pair.id}`},
        ${tx.json({ judgement: input.id, answer: pathAnswer(input.answer, input.leftPathId === pair.firstId) })})`;
  });
  return readProgress(scope);
}

async function lockPair(tx: SqlTransaction, scope: ProjectScope, input: NewJudgement): Promise<JudgedPair> {
  const [pair] = await tx<{ id: number; firstId: number; secondId: number }[]>`
    SELECT id, first_id, second_id FROM preference_pair
    WHERE id = ${input.pairId} AND project_id = ${scope.projectId} FOR UPDATE`;
  if (!pair) throw notFound("pair");
  if (input.leftPathId !== pair.firstId && input.leftPathId !== pair.secondId) {
    throw new AppError("invalid_input", "The path on the left must be one of the pair's two.", {
      field: "leftPathId",
    });
  }
  return pair;
}

/**
 * False when this very judgement is there already. Its time is later than that of every earlier judgement of the pair
 * or of the reviewer, however fast they follow each other or the clock is set back: the order decides.
 */
async function insert(
  tx: SqlTransaction,
  scope: ProjectScope,
  pair: JudgedPair,
  input: NewJudgement,
): Promise<boolean> {
  const answer = pathAnswer(input.answer, input.leftPathId === pair.firstId);
  const [strength, comment] = [input.strength ?? null, input.comment ?? null];
  const { count } = await tx`
    INSERT INTO judgement (id, project_id, pair_id, reviewer_id, answer, left_id, strength, comment, seconds, created_at)
    VALUES (${input.id}, ${scope.projectId}, ${pair.id}, ${scope.actor.userId}, ${answer}, ${input.leftPathId},
      ${strength}, ${comment}, ${input.seconds}, greatest(clock_timestamp(),
        (SELECT max(created_at) FROM judgement WHERE pair_id = ${pair.id}) + interval '1 millisecond',
        (SELECT max(created_at) FROM judgement WHERE project_id = ${scope.projectId}
          AND reviewer_id = ${scope.actor.userId}) + interval '1 millisecond'))
    ON CONFLICT (id) DO NOTHING`;
  if (count > 0) return true;
  const [same] = await tx`
    SELECT FROM judgement WHERE id = ${input.id} AND project_id = ${scope.projectId} AND pair_id = ${pair.id}
      AND reviewer_id = ${scope.actor.userId} AND answer = ${answer} AND left_id = ${input.leftPathId}
      AND strength IS NOT DISTINCT FROM ${strength}::int AND comment IS NOT DISTINCT FROM ${comment}::text
      AND seconds = ${input.seconds}`;
  if (same) return false;
  throw new AppError("conflict", "This id belongs to another judgement. Send the judgement with a new id.", {
    field: "id",
  });
}

/** One reviewer has one answer to a pair: a newer one takes the place of the older, and a skip only of a skip. */
async function supersede(tx: SqlTransaction, scope: ProjectScope, input: NewJudgement): Promise<void> {
  await tx`
    UPDATE judgement SET undone_at = clock_timestamp()
    WHERE pair_id = ${input.pairId} AND reviewer_id = ${scope.actor.userId} AND id <> ${input.id}
      AND undone_at IS NULL AND ${input.answer === "skip" ? tx`answer = 'skip'` : tx`true`}`;
}
