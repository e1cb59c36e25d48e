import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { FullUnit, UnitVote } from "../contract/queues.ts";
import { weightedCategories } from "./weighted.ts";

/** A unit of a queue with its paths and all that was said of it, oldest first. */
export async function fullUnit(
  scope: ProjectScope,
  { queue, unit }: { queue: number; unit: number },
): Promise<FullUnit> {
  const [row] = await sql()<Omit<FullUnit, "votes" | "weighted">[]>`
    SELECT unit.id, unit.problem_id, problem.text AS problem_text, problem.answer AS reference_answer, unit.pair_id,
      queue.kind, unit.state, unit.gold, unit.wanted, unit.answered, unit.consensus, unit.share, unit.tags, unit.version,
      unit.remark, unit.settled_at, "user".name AS settled_by,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('pathId', path.id, 'segments', path.segments, 'verdict', path.verdict,
          'model', path.model, 'answer', path.answer) ORDER BY array_position(unit.path_ids, path.id)), '[]')
        FROM path WHERE path.id = ANY(unit.path_ids)) AS paths
    FROM review_unit AS unit
    JOIN review_queue AS queue ON queue.id = unit.queue_id
    JOIN problem ON problem.id = unit.problem_id AND problem.project_id = ${scope.projectId}
    LEFT JOIN "user" ON "user".id = unit.settled_by_id
    WHERE unit.id = ${unit} AND unit.queue_id = ${queue} AND queue.project_id = ${scope.projectId}`;
  if (!row) throw notFound("unit");
  const votes = await sql()<UnitVote[]>`
    SELECT judgement.id, reviewer_id, coalesce("user".name, reviewer_id) AS reviewer, category, value, strength, comment,
      notes, seconds, late, judgement.created_at AS at
    FROM judgement LEFT JOIN "user" ON "user".id = reviewer_id
    WHERE unit_id = ${unit} AND undone_at IS NULL ORDER BY judgement.created_at, judgement.id`;
  return { ...row, votes: [...votes], weighted: await weightedCategories(scope, { queue, unit }) };
}
