import { COUNT_LIMIT } from "#lib/api/operation.ts";
import { type Page, pageFrom } from "#lib/api/page.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { ModelCall } from "../contract.ts";

const columns = () => sql()`
  call.id, call.run_id, (SELECT name FROM model_endpoint WHERE id = call.endpoint_id) AS endpoint, call.slot, call.state,
  call.input_tokens, call.output_tokens, call.cost, call.attempts, call.lost, call.error, call.created_at, call.ended_at`;

/** Calls of a project, or of one of its runs, newest first. */
export async function listCalls(
  scope: ProjectScope,
  input: { cursor?: number | undefined; limit: number; run?: number | undefined },
): Promise<Page<ModelCall>> {
  const where = sql()`call.project_id = ${scope.projectId}
    ${input.run === undefined ? sql()`` : sql()`AND call.run_id = ${input.run}`}`;
  const rows = await sql()<ModelCall[]>`
    SELECT ${columns()} FROM model_call AS call
    WHERE ${where} ${input.cursor === undefined ? sql()`` : sql()`AND call.id < ${input.cursor}`}
    ORDER BY call.id DESC LIMIT ${input.limit + 1}`;
  const [counted] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM (SELECT FROM model_call AS call WHERE ${where} LIMIT ${COUNT_LIMIT}) AS counted`;
  return pageFrom(rows, input.limit, counted.count);
}

export async function getCall(
  scope: ProjectScope,
  id: number,
): Promise<ModelCall & { request: Record<string, unknown>; reply: string | null }> {
  const [row] = await sql()<(ModelCall & { request: Record<string, unknown>; reply: string | null })[]>`
    SELECT ${columns()}, call.request, call.reply FROM model_call AS call
    WHERE call.id = ${id} AND call.project_id = ${scope.projectId}`;
  if (!row) throw notFound("call");
  return row;
}
