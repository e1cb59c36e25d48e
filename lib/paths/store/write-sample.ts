import { type SqlTransaction, sql } from "#lib/db.ts";
import { contentHash } from "../content-hash.ts";
import type { PathFlaw, PathKind, Segment } from "../contract.ts";
import { storable } from "../storable.ts";
import { ownKey } from "./made-key.ts";

/** A sample that has been dealt with. Costs in dollars. */
export interface SettledSample {
  slot: number;
  problemId: number;
  endpointId: number;
  model: string;
  kind: PathKind;
  temperature: number | null;
  turns: number;
  inputTokens: number;
  outputTokens: number;
  cost: number;
  /** Empty where the endpoint gave no reply. */
  segments: Segment[];
  flaw: PathFlaw | null;
  fault: string | null;
}

export type SampleOutcome = "created" | "merged" | "truncated" | "refused" | "failed";

const FAULT_LIMIT = 1000;

/**
 * Writes a sample with its path, in one transaction: a new path, or one more copy of the very same one. A sample that
 * is written already is left as it is. Gives its outcome; null where its problem is gone.
 */
export async function writeSample(
  owner: { projectId: number; runId: number },
  sample: SettledSample,
): Promise<SampleOutcome | null> {
  return sql().begin(async (tx) => {
    // Two samples of one problem may say the same at the same moment: the second one waits, and counts with the first.
    await tx`SELECT pg_advisory_xact_lock(hashtext('sample'), ${sample.problemId})`;
    if (!(await claimSlot(tx, owner, sample))) return outcomeOf(tx, owner.runId, sample.slot);
    const path = sample.segments.length === 0 ? null : await addPath(tx, owner, sample);
    const outcome: SampleOutcome =
      path === null ? (sample.flaw ?? "failed") : (sample.flaw ?? (path.isNew ? "created" : "merged"));
    await tx`UPDATE sample SET outcome = ${outcome}::sample_outcome, path_id = ${path?.id ?? null}
      WHERE run_id = ${owner.runId} AND slot = ${sample.slot}`;
    return outcome;
  });
}

/** False where the sample stands already, or its problem is gone. */
async function claimSlot(
  tx: SqlTransaction,
  { projectId, runId }: { projectId: number; runId: number },
  sample: SettledSample,
): Promise<boolean> {
  const fault = sample.fault === null ? null : storable(sample.fault, FAULT_LIMIT);
  const { count } = await tx`
    INSERT INTO sample (run_id, slot, project_id, problem_id, endpoint_id, model, kind, temperature, outcome, fault, turns,
      input_tokens, output_tokens, cost)
    SELECT ${runId}, ${sample.slot}, ${projectId}, problem.id, ${sample.endpointId}, ${sample.model},
      ${sample.kind}::path_kind, ${sample.temperature}::float, 'failed', ${fault}, ${sample.turns},
      ${sample.inputTokens}, ${sample.outputTokens}, ${sample.cost}::float
    FROM problem WHERE id = ${sample.problemId} AND project_id = ${projectId}
    FOR KEY SHARE
    ON CONFLICT (run_id, slot) DO NOTHING`;
  return count === 1;
}

async function outcomeOf(tx: SqlTransaction, runId: number, slot: number): Promise<SampleOutcome | null> {
  const [row] = await tx<{ outcome: SampleOutcome }[]>`
    SELECT outcome FROM sample WHERE run_id = ${runId} AND slot = ${slot}`;
  return row?.outcome ?? null;
}

async function addPath(
  tx: SqlTransaction,
  { projectId, runId }: { projectId: number; runId: number },
  { problemId, segments, model, kind, temperature, outputTokens, flaw }: SettledSample,
): Promise<{ id: number; isNew: boolean }> {
  const hash = contentHash({ model, segments });
  const [row] = await tx<[{ id: number; isNew: boolean }]>`
    INSERT INTO path (project_id, problem_id, key, kind, model, temperature, tokens, segments, content_hash, flaw, meta)
    VALUES (${projectId}, ${problemId}, ${ownKey(tx, { projectId, problem: problemId, hash })},
      ${kind}::path_kind, ${model}, ${temperature}::float, ${outputTokens}, ${tx.json(segments)}, ${hash},
      ${flaw}::path_flaw, ${tx.json({ run: runId })})
    ON CONFLICT (problem_id, content_hash) DO UPDATE SET copies = path.copies + 1
    RETURNING id, xmax = 0 AS is_new`;
  return row;
}

/** What is settled already: each slot's cost. */
export async function settledSlots(runId: number): Promise<Map<number, number>> {
  const rows = await sql()<{ slot: number; cost: number }[]>`
    SELECT slot, cost FROM sample WHERE run_id = ${runId}`;
  return new Map(rows.map(({ slot, cost }) => [slot, cost]));
}

export interface SampleCounts extends Record<SampleOutcome, number> {
  turns: number;
}

/** What the run's samples have come to so far. */
export async function sampleCounts(runId: number): Promise<SampleCounts> {
  const rows = await sql()<{ outcome: SampleOutcome; count: number; turns: number }[]>`
    SELECT outcome, count(*)::int AS count, sum(turns)::int AS turns FROM sample WHERE run_id = ${runId} GROUP BY outcome`;
  const counts: SampleCounts = { created: 0, merged: 0, truncated: 0, refused: 0, failed: 0, turns: 0 };
  for (const { outcome, count, turns } of rows) {
    counts[outcome] = count;
    counts.turns += turns;
  }
  return counts;
}
