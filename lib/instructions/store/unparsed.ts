import { COUNT_LIMIT } from "#lib/api/operation.ts";
import { type Page, pageFrom } from "#lib/api/page.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { getRun } from "#lib/jobs/store/read.ts";
import { TEXT_LIMIT } from "#lib/problems/contract.ts";

interface Unparsed {
  slot: number;
  fault: string;
  callId: number | null;
  reply: string | null;
}

/** A run's replies that gave no candidates, in the order in which they were asked for. */
export async function unparsedReplies(
  scope: ProjectScope,
  input: { run: number; cursor?: number | undefined; limit: number },
): Promise<Page<Unparsed>> {
  await getRun(scope, input.run);
  const [rows, [counted]] = await Promise.all([
    sql()<(Unparsed & { id: number })[]>`
      SELECT unread.slot, fault, call.id AS call_id, left(call.reply, ${TEXT_LIMIT}) AS reply, unread.slot AS id
      FROM generation_slot AS unread
      LEFT JOIN model_call AS call ON call.id = unread.call_id AND call.project_id = ${scope.projectId}
      WHERE unread.run_id = ${input.run} AND fault IS NOT NULL AND unread.slot > ${input.cursor ?? -1}
      ORDER BY unread.slot LIMIT ${input.limit + 1}`,
    sql()<[{ count: number }]>`
      SELECT count(*)::int FROM (
        SELECT FROM generation_slot WHERE run_id = ${input.run} AND fault IS NOT NULL LIMIT ${COUNT_LIMIT}
      ) AS counted`,
  ]);
  const page = pageFrom(rows, input.limit, counted.count);
  return { ...page, items: page.items.map(({ id: _, ...reply }) => reply) };
}
