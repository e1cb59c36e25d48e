import type { ProjectScope } from "#lib/auth/scope.ts";
import { type Sql, type SqlTransaction, sql } from "#lib/db.ts";
import type { Segment, Verdict } from "#lib/paths/contract.ts";
import type { AnswerDraft, ReviewUnit, TaskKind } from "../contract.ts";
import { maskModels } from "../mask-models.ts";
import { shownOrder } from "../sides.ts";
import type { QueueRow } from "./find-queue.ts";
import { modelNames } from "./model-names.ts";

interface UnitRow {
  unitId: number;
  kind: TaskKind;
  problemId: number;
  problemVersion: number;
  problemText: string;
  referenceAnswer: string | null;
  pathIds: number[];
  paths: { id: number; segments: Segment[]; verdict: Verdict | null }[];
  draft: AnswerDraft | null;
  leaseUntil: string;
}

/**
 * Units that the caller holds a live lease on, as the caller is to see them: no model, no key of a path, since a key
 * may name its model, and no verdict where the queue hides it. Skipped ones come last. `unit` names one of them.
 */
export async function readHeld(
  scope: ProjectScope,
  queue: Pick<QueueRow, "id" | "kind" | "hidesVerdict">,
  { unit, db = sql() }: { unit?: number; db?: Sql | SqlTransaction } = {},
): Promise<ReviewUnit[]> {
  const reviewerId = scope.actor.userId;
  const rows = await db<UnitRow[]>`
    SELECT unit.id AS unit_id, problem.id AS problem_id, problem.version AS problem_version, problem.text AS problem_text,
      problem.answer AS reference_answer, unit.path_ids, draft.draft, hold.until AS lease_until,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', path.id, 'segments', path.segments, 'verdict', path.verdict)), '[]')
        FROM path WHERE path.id = ANY(unit.path_ids)) AS paths
    FROM review_hold AS hold
    JOIN review_unit AS unit ON unit.id = hold.unit_id
    JOIN problem ON problem.id = unit.problem_id AND problem.project_id = ${scope.projectId}
    LEFT JOIN review_draft AS draft ON draft.unit_id = unit.id AND draft.reviewer_id = ${reviewerId}
    LEFT JOIN judgement AS skipped ON skipped.unit_id = unit.id AND skipped.reviewer_id = ${reviewerId}
      AND skipped.answer = 'skip' AND skipped.undone_at IS NULL
    WHERE hold.queue_id = ${queue.id} AND hold.reviewer_id = ${reviewerId} AND hold.until > now()
      AND unit.state <> 'dropped' ${unit === undefined ? db`` : db`AND unit.id = ${unit}`}
    ORDER BY skipped.created_at NULLS FIRST, unit.position, unit.id`;
  const names = rows.length === 0 ? [] : await modelNames(scope.projectId);
  return rows.map((row) => blind({ ...row, kind: queue.kind }, reviewerId, names, queue.hidesVerdict));
}

function blind(
  { pathIds, paths, referenceAnswer, ...rest }: UnitRow,
  reviewerId: string,
  names: readonly string[],
  hides: boolean,
): ReviewUnit {
  const byId = new Map(paths.map((path) => [path.id, path]));
  return {
    ...rest,
    referenceAnswer: hides && rest.kind !== "seed" ? null : referenceAnswer,
    paths: shownOrder(rest.unitId, reviewerId, pathIds).flatMap((id) => {
      const path = byId.get(id);
      if (!path) return [];
      const segments = maskModels(path.segments, { names, problem: rest.problemText });
      return [{ pathId: id, segments, verdict: hides ? null : path.verdict }];
    }),
  };
}
