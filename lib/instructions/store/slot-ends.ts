import { sql } from "#lib/db.ts";
import type { SlotEnd } from "../pipeline.ts";

/**
 * What became of a run's settled slots, in order. What the filter accepted counts, whatever people did with it since,
 * so that a run that goes on sees what it saw before.
 */
export async function slotEnds(runId: number): Promise<SlotEnd[]> {
  return sql()<SlotEnd[]>`
    SELECT coalesce(found.accepted, 0) AS accepted, coalesce(paid.cost, 0) AS cost,
      CASE WHEN settled.fault IS NULL THEN 'candidates' WHEN asked.state = 'answered' THEN 'unparsed' ELSE 'failed' END
        AS outcome
    FROM generation_slot AS settled
    LEFT JOIN model_call AS asked ON asked.id = settled.call_id
    LEFT JOIN (
      SELECT slot, count(*)::int AS accepted FROM candidate
      WHERE run_id = ${runId} AND (reason IS NULL OR reason = 'person') GROUP BY slot
    ) AS found ON found.slot = settled.slot
    LEFT JOIN (
      SELECT split_part(slot, '.', 1)::int AS slot, sum(cost::numeric)::float8 AS cost FROM model_call
      WHERE run_id = ${runId} GROUP BY 1
    ) AS paid ON paid.slot = settled.slot
    WHERE settled.run_id = ${runId} ORDER BY settled.slot`;
}

/** What the calls of one slot cost, summed as `slotEnds` does. */
export async function costOfCalls(runId: number, slots: readonly string[]): Promise<number> {
  const [row] = await sql()<[{ cost: number }]>`
    SELECT coalesce(sum(cost::numeric), 0)::float8 AS cost FROM model_call
    WHERE run_id = ${runId} AND slot = ANY(${[...slots]}::text[])`;
  return row.cost;
}

export interface CandidateCounts {
  accepted: number;
  dropped: number;
  unparsed: number;
  solutions: number;
}

/** What a run has made so far, in slots that are settled. */
export async function countRun(runId: number): Promise<CandidateCounts> {
  const [counts] = await sql()<[CandidateCounts]>`
    SELECT * FROM (
      SELECT (count(*) FILTER (WHERE state = 'accepted'))::int AS accepted,
        (count(*) FILTER (WHERE state = 'dropped'))::int AS dropped
      FROM candidate WHERE run_id = ${runId}
    ) AS candidates, (
      SELECT count(fault)::int AS unparsed FROM generation_slot WHERE run_id = ${runId}
    ) AS slots, (
      SELECT count(*)::int AS solutions FROM model_call
      JOIN generation_slot AS settled
        ON settled.run_id = model_call.run_id AND settled.slot = split_part(model_call.slot, '.', 1)::int
      WHERE model_call.run_id = ${runId} AND model_call.slot ~ '[.]'
    ) AS calls`;
  return counts;
}

/** The slots that a run has dealt with. */
export async function settledSlots(runId: number): Promise<Set<number>> {
  const rows = await sql()<{ slot: number }[]>`SELECT slot FROM generation_slot WHERE run_id = ${runId}`;
  return new Set(rows.map(({ slot }) => slot));
}

/** How many candidates of a run were dropped for each reason. */
export async function countReasons(runId: number): Promise<Record<string, number>> {
  const rows = await sql()<{ reason: string; count: number }[]>`
    SELECT reason, count(*)::int FROM candidate
    WHERE run_id = ${runId} AND state = 'dropped' AND reason IS NOT NULL GROUP BY reason ORDER BY reason`;
  return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
}
