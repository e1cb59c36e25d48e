import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { lockProject } from "#lib/problems/store/lock-project.ts";
import type { CandidateFilter, CandidateRow, CandidateState, Decision } from "../contract.ts";
import { candidateRows } from "./list.ts";
import { matching } from "./matching.ts";
import { settleInstructions } from "./settle.ts";

/**
 * A person's decision on one candidate. Someone else's decision that the caller hasn't seen is a conflict, and so is
 * accepting a text that is a problem already. Safe to repeat.
 */
export async function decideCandidate(
  scope: ProjectScope,
  input: { candidate: number; state: Decision; seen: string | null },
): Promise<CandidateRow> {
  const { candidate: id, state } = input;
  await sql().begin(async (tx) => {
    await lockProject(tx, scope.projectId);
    const before = await standing(tx, scope, id);
    if (!before) throw notFound("candidate");
    if (isSettled(before, state)) return;
    if (before.decidedAt !== input.seen) {
      throw new AppError(
        "conflict",
        `${before.decidedBy ?? "Someone"} has decided on this candidate meanwhile. Look at it again.`,
      );
    }
    await write(tx, scope, [id], state);
    const after = await standing(tx, scope, id);
    if (state === "accepted" && after?.state === "dropped") {
      throw new AppError("conflict", `${after.detail ?? ""} It can't be accepted a second time.`.trim());
    }
    const { decidedAt, decidedBy, ...from } = before;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'candidate.decide', ${id}::text, ${tx.json({ from, to: state })})`;
  });
  const [row] = await candidateRows(
    scope,
    sql()`SELECT * FROM candidate WHERE id = ${id} AND project_id = ${scope.projectId}`,
  );
  if (!row) throw notFound("candidate");
  return row;
}

/**
 * The same decision on every candidate that matches and isn't in that state. Another number of them than `changing`
 * is a conflict; when there are none left, the decision has been made before.
 */
export async function decideAllCandidates(
  scope: ProjectScope,
  input: { filter: CandidateFilter; state: CandidateState; changing: number },
): Promise<{ changed: number }> {
  const { filter, state, changing } = input;
  return sql().begin(async (tx) => {
    await lockProject(tx, scope.projectId);
    const rows = await tx<{ id: number }[]>`
      SELECT id FROM candidate WHERE ${matching(scope, filter)} AND state <> ${state} ORDER BY id`;
    if (rows.length === 0) return { changed: 0 };
    if (rows.length !== changing) {
      throw new AppError(
        "conflict",
        `By now ${rows.length} candidates would change, not ${changing}. Look at the list again.`,
        { field: "changing" },
      );
    }
    const ids = rows.map(({ id }) => id);
    await write(tx, scope, ids, state);
    const [{ changed }] = await tx<[{ changed: number }]>`
      SELECT count(*)::int AS changed FROM candidate WHERE id = ANY(${ids}::int[]) AND state = ${state}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'candidates.decide', ${`${changed} candidates`},
        ${tx.json({ filter: { ...filter }, to: state, changed })})`;
    return { changed };
  });
}

interface Standing {
  state: CandidateState;
  reason: string | null;
  detail: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  problemId: number | null;
}

async function standing(tx: SqlTransaction, scope: ProjectScope, id: number): Promise<Standing | undefined> {
  const [row] = await tx<Standing[]>`
    SELECT state, reason, detail, decided_at, "user".name AS decided_by, problem.id AS problem_id
    FROM candidate
    LEFT JOIN "user" ON "user".id = candidate.decided_by_id
    LEFT JOIN problem ON problem.id = candidate.problem_id AND problem.project_id = ${scope.projectId}
    WHERE candidate.id = ${id} AND candidate.project_id = ${scope.projectId}`;
  return row;
}

function isSettled(before: Standing, wanted: Decision): boolean {
  if (wanted === "undecided") return before.decidedAt === null;
  if (before.decidedAt === null || before.state !== wanted) return false;
  return wanted === "dropped" || before.problemId !== null;
}

/**
 * `reason` stays what the filter dropped a candidate for, whatever a person decides; `person` stands for nothing of
 * the filter's. So the filter's own decision can always be read from it.
 */
async function write(
  tx: SqlTransaction,
  scope: ProjectScope,
  ids: number[],
  decision: Decision,
): Promise<void> {
  const { projectId, actor } = scope;
  const of = tx`project_id = ${projectId} AND id = ANY(${ids}::int[])`;
  if (decision === "undecided") {
    await tx`
      UPDATE candidate SET decided_by_id = NULL, decided_at = NULL, reason = nullif(reason, 'person'),
        state = CASE WHEN coalesce(reason, 'person') = 'person' THEN 'accepted' ELSE 'dropped' END::candidate_state
      WHERE ${of}`;
  } else {
    // Not the time at which the transaction began: it may have waited for another decision to end.
    await tx`
      UPDATE candidate SET state = ${decision}, decided_by_id = ${actor.userId}, decided_at = clock_timestamp(),
        reason = CASE WHEN ${decision === "accepted"} THEN nullif(reason, 'person') ELSE coalesce(reason, 'person') END
      WHERE ${of}`;
  }
  await settleInstructions(tx, { projectId, actorId: actor.userId }, ids);
}
