import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { UnitRow, UnitState } from "../contract/queues.ts";
import { findQueue } from "./find-queue.ts";

interface Listing {
  queue: number;
  state?: UnitState | undefined;
  gold?: boolean | undefined;
  limit: number;
  cursor?: number | undefined;
}

const SHOWN_CHARACTERS = 200;

/**
 * A page of a queue's units. Those of one state come by how little their answers agree, the worst first; others by id.
 * The cursor is the id of the last unit of the page before.
 */
export async function listUnits(
  scope: ProjectScope,
  { queue, state, gold, limit, cursor }: Listing,
): Promise<{ items: UnitRow[]; nextCursor: number | null; count: number }> {
  await findQueue(scope, queue);
  const byShare = state !== undefined;
  const after =
    cursor === undefined
      ? sql()``
      : byShare
        ? sql()`AND (coalesce(share, 0), unit.id) > (
            SELECT coalesce(share, 0), id FROM review_unit WHERE id = ${cursor} AND queue_id = ${queue})`
        : sql()`AND unit.id > ${cursor}`;
  const narrowed = sql()`
    ${state === undefined ? sql()`` : sql()`AND unit.state = ${state}::unit_state`}
    ${gold === undefined ? sql()`` : gold ? sql()`AND unit.gold IS NOT NULL` : sql()`AND unit.gold IS NULL`}`;
  const rows = await sql()<UnitRow[]>`
    SELECT unit.id, unit.problem_id, left(problem.text, ${SHOWN_CHARACTERS}) AS problem_text, unit.pair_id, unit.state,
      unit.gold, unit.wanted, unit.answered, unit.consensus, unit.share, unit.tags
    FROM review_unit AS unit JOIN problem ON problem.id = unit.problem_id AND problem.project_id = ${scope.projectId}
    WHERE unit.queue_id = ${queue}
      ${narrowed} ${after}
    ORDER BY ${byShare ? sql()`coalesce(share, 0), unit.id` : sql()`unit.id`} LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit);
  const [counted] = await sql()<[{ count: number }]>`
    SELECT count(*)::int AS count FROM review_unit AS unit WHERE unit.queue_id = ${queue} ${narrowed}`;
  return { count: counted.count, items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
