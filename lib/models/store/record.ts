import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Answer } from "../answer.ts";
import type { Recorded } from "../recorded.ts";
import type { ModelReply, Spent } from "../request.ts";

/** Whose calls they are. */
export interface CallOwner {
  readonly projectId: number;
  /** Null for a test of the endpoint. */
  readonly runId: number | null;
  readonly endpointId: number;
}

const replyColumns = () =>
  sql()`id AS call_id, reply AS text, finish_reason, input_tokens, output_tokens, cost`;

/** The recorded answer to a run's call. */
export async function answeredCall(owner: CallOwner, slot: string): Promise<ModelReply | null> {
  const [row] = await sql()<ModelReply[]>`
    SELECT ${replyColumns()} FROM model_call
    WHERE run_id = ${owner.runId} AND project_id = ${owner.projectId} AND slot = ${slot} AND state = 'answered'`;
  return row ?? null;
}

export interface ClaimedCall {
  id: number;
  /** What is to be asked: that of a call that was out before counts, even where it differs. */
  request: Recorded;
  isNew: boolean;
}

/**
 * Records that a call goes out. One that failed before is asked anew, one that was out when a worker died as it was.
 * Null where it has been answered by now.
 */
export async function claimCall(
  owner: CallOwner,
  slot: string,
  request: Recorded,
): Promise<ClaimedCall | null> {
  const [row] = await sql()<ClaimedCall[]>`
    INSERT INTO model_call AS call (project_id, run_id, endpoint_id, slot, request, attempts)
    VALUES (${owner.projectId}, ${owner.runId}, ${owner.endpointId}, ${slot}, ${JSON.stringify(request)}::jsonb, 1)
    ON CONFLICT (run_id, slot) DO UPDATE SET state = 'sent', attempts = call.attempts + 1, error = NULL,
      ended_at = NULL, endpoint_id = excluded.endpoint_id,
      request = CASE WHEN call.state = 'failed' THEN excluded.request ELSE call.request END
      WHERE call.state <> 'answered' AND call.project_id = excluded.project_id
    RETURNING id, request, xmax = 0 AS is_new`;
  return row ?? null;
}

/** Records that it goes out once more. */
export async function resendCall(owner: CallOwner, id: number): Promise<void> {
  await sql()`UPDATE model_call SET attempts = attempts + 1 WHERE id = ${id} AND project_id = ${owner.projectId}`;
}

/** Records the answer; where another worker was faster, its answer counts. */
export async function endAnswered(
  owner: CallOwner,
  id: number,
  answer: Answer,
  cost: number,
): Promise<ModelReply> {
  const note = answer.estimated
    ? "The endpoint didn't count its tokens: the numbers, and the cost, are estimates."
    : null;
  await sql()`
    UPDATE model_call SET state = 'answered', reply = ${answer.text}, finish_reason = ${answer.finishReason},
      input_tokens = ${answer.inputTokens}, output_tokens = ${answer.outputTokens}, cost = ${cost},
      error = ${note}, ended_at = now()
    WHERE id = ${id} AND project_id = ${owner.projectId} AND state <> 'answered'`;
  const [row] = await sql()<ModelReply[]>`
    SELECT ${replyColumns()} FROM model_call WHERE id = ${id} AND project_id = ${owner.projectId}`;
  if (!row) throw notFound("call");
  return row;
}

export async function endFailed(owner: CallOwner, id: number, message: string): Promise<void> {
  await sql()`
    UPDATE model_call SET state = 'failed', error = ${message}, ended_at = now()
    WHERE id = ${id} AND project_id = ${owner.projectId} AND state = 'sent'`;
}

/** Counts calls that were out when a worker died as lost, and says what the run's calls of this endpoint have used. */
export async function reopenCalls(owner: CallOwner): Promise<Spent> {
  await sql()`
    UPDATE model_call SET lost = lost + 1
    WHERE run_id = ${owner.runId} AND project_id = ${owner.projectId} AND endpoint_id = ${owner.endpointId}
      AND state = 'sent'`;
  const [spent] = await sql()<[Spent]>`
    SELECT count(*)::int AS calls, coalesce(sum(input_tokens), 0)::int8 AS input_tokens,
      coalesce(sum(output_tokens), 0)::int8 AS output_tokens, coalesce(sum(cost), 0) AS cost,
      coalesce(sum(lost), 0)::int AS lost
    FROM model_call
    WHERE run_id = ${owner.runId} AND project_id = ${owner.projectId} AND endpoint_id = ${owner.endpointId}`;
  return spent;
}
