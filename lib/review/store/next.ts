import type { PendingQuery, Row } from "postgres";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import type { ReviewProgress, ReviewUnit } from "../contract.ts";
import { readProgress } from "./progress.ts";
import { LEASE_MINUTES, readUnits } from "./unit.ts";

/**
 * The caller's next pairs: first those that the caller holds already, with their leases renewed, then fresh ones
 * up to `count`. Pairs that the caller has skipped come back when nothing else is left, longest skipped first.
 */
export async function nextUnits(
  scope: ProjectScope,
  input: { count: number },
): Promise<{ units: ReviewUnit[]; progress: ReviewProgress }> {
  await sql().begin(async (tx) => {
    // One at a time for each person: two open tabs hold the same pairs, not twice as many.
    await tx`SELECT pg_advisory_xact_lock(${scope.projectId}, hashtext(${scope.actor.userId}))`;
    const held = await renew(tx, scope);
    const fresh = held < input.count ? await take(tx, scope, input.count - held, freshPairs) : 0;
    if (held + fresh === 0) await take(tx, scope, input.count, skippedPairs);
  });
  const [units, progress] = await Promise.all([
    readUnits(sql(), scope, { decided: false }),
    readProgress(scope),
  ]);
  return { units, progress };
}

/** Whoever writes a lease has locked its pair, so writers of leases never wait for each other. */
async function renew(tx: SqlTransaction, scope: ProjectScope): Promise<number> {
  const { count } = await tx`
    WITH held AS (
      SELECT pair.id FROM review_lease AS lease JOIN preference_pair AS pair ON pair.id = lease.pair_id
      WHERE lease.reviewer_id = ${scope.actor.userId} AND pair.project_id = ${scope.projectId}
        AND pair.decided IS NULL
      FOR UPDATE OF pair SKIP LOCKED
    )
    UPDATE review_lease AS lease SET until = now() + make_interval(mins => ${LEASE_MINUTES})
    FROM held WHERE lease.pair_id = held.id AND lease.reviewer_id = ${scope.actor.userId}`;
  return count;
}

type Candidates = (scope: ProjectScope, limit: number) => PendingQuery<Row[]>;

/**
 * Takes leases on up to `limit` candidates in one statement and says how many. Where a rival's lease was committed
 * after the statement had begun, the upsert leaves it alone; another go then looks past those pairs.
 */
async function take(
  tx: SqlTransaction,
  scope: ProjectScope,
  limit: number,
  candidates: Candidates,
): Promise<number> {
  let taken = 0;
  for (;;) {
    const [go] = await tx<[{ found: number; won: number }]>`
      WITH candidate AS (${candidates(scope, limit - taken)}), won AS (
        INSERT INTO review_lease (pair_id, reviewer_id, until)
        SELECT id, ${scope.actor.userId}, now() + make_interval(mins => ${LEASE_MINUTES}) FROM candidate
        ON CONFLICT (pair_id) DO UPDATE SET reviewer_id = excluded.reviewer_id, until = excluded.until
          WHERE review_lease.until <= now()
        RETURNING pair_id
      )
      SELECT (SELECT count(*)::int FROM candidate) AS found, (SELECT count(*)::int FROM won) AS won`;
    taken += go.won;
    if (go.found === go.won) return taken;
  }
}

/** Served by the index preference_pair_open_idx; `next.test.ts` reads its plan. */
export const freshPairs: Candidates = (scope, limit) => sql()`
  SELECT pair.id FROM preference_pair AS pair
  WHERE pair.project_id = ${scope.projectId} AND pair.decided IS NULL
    AND NOT EXISTS (SELECT FROM review_lease AS lease WHERE lease.pair_id = pair.id AND lease.until > now())
    AND NOT EXISTS (SELECT FROM judgement WHERE judgement.pair_id = pair.id
      AND judgement.reviewer_id = ${scope.actor.userId} AND judgement.undone_at IS NULL)
  ORDER BY pair.priority, pair.id
  LIMIT ${limit} FOR UPDATE OF pair SKIP LOCKED`;

const skippedPairs: Candidates = (scope, limit) => sql()`
  SELECT pair.id FROM (
    SELECT pair_id, max(created_at) AS at FROM judgement
    WHERE project_id = ${scope.projectId} AND reviewer_id = ${scope.actor.userId}
      AND answer = 'skip' AND undone_at IS NULL
    GROUP BY pair_id
  ) AS skipped
  JOIN preference_pair AS pair ON pair.id = skipped.pair_id
  WHERE pair.project_id = ${scope.projectId} AND pair.decided IS NULL
    AND NOT EXISTS (SELECT FROM review_lease AS lease WHERE lease.pair_id = pair.id AND lease.until > now())
  ORDER BY skipped.at, pair.id
  LIMIT ${limit} FOR UPDATE OF pair SKIP LOCKED`;
