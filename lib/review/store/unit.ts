import type { ProjectScope } from "#lib/auth/scope.ts";
import type { Sql, SqlTransaction } from "#lib/db.ts";
import type { Segment } from "#lib/paths/contract.ts";
import type { ReviewUnit } from "../contract.ts";
import { leftOf } from "../sides.ts";

/** How long a pair stays with one reviewer without a sign of life. */
export const LEASE_MINUTES = 10;

interface UnitRow {
  pairId: number;
  problemText: string;
  referenceAnswer: string | null;
  firstId: number;
  firstSegments: Segment[];
  secondId: number;
  secondSegments: Segment[];
  leaseUntil: string;
}

/**
 * Pairs that the caller holds a live lease on, as the caller is to see them: no model, no verdict, and no key of
 * a path, since a key may name its model. `which` narrows them down. Pairs that the caller has skipped come last.
 */
export async function readUnits(
  db: Sql | SqlTransaction,
  scope: ProjectScope,
  which: { pairId: number } | { decided: false },
): Promise<ReviewUnit[]> {
  const reviewerId = scope.actor.userId;
  const rows = await db<UnitRow[]>`
    SELECT pair.id AS pair_id, problem.text AS problem_text, problem.answer AS reference_answer,
      first.id AS first_id, first.segments AS first_segments,
      second.id AS second_id, second.segments AS second_segments, lease.until AS lease_until
    FROM review_lease AS lease
    JOIN preference_pair AS pair ON pair.id = lease.pair_id
    JOIN problem ON problem.id = pair.problem_id
    JOIN path AS first ON first.id = pair.first_id
    JOIN path AS second ON second.id = pair.second_id
    LEFT JOIN LATERAL (
      SELECT max(created_at) AS at FROM judgement
      WHERE judgement.pair_id = pair.id AND reviewer_id = ${reviewerId} AND answer = 'skip' AND undone_at IS NULL
    ) AS skipped ON true
    WHERE lease.reviewer_id = ${reviewerId} AND lease.until > now() AND pair.project_id = ${scope.projectId}
      AND ${"pairId" in which ? db`pair.id = ${which.pairId}` : db`pair.decided IS NULL`}
    ORDER BY skipped.at NULLS FIRST, pair.priority, pair.id`;
  return rows.map((row) => blind(row, reviewerId));
}

function blind(row: UnitRow, reviewerId: string): ReviewUnit {
  const first = { pathId: row.firstId, segments: row.firstSegments };
  const second = { pathId: row.secondId, segments: row.secondSegments };
  const firstIsLeft = leftOf(row.pairId, reviewerId, row.firstId, row.secondId) === row.firstId;
  const [a, b] = firstIsLeft ? [first, second] : [second, first];
  const { pairId, problemText, referenceAnswer, leaseUntil } = row;
  return { pairId, problemText, referenceAnswer, a, b, leaseUntil };
}
