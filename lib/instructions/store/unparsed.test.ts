import { expect, test } from "vitest";
import { growingProject, growingRun } from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { unparsedReplies } from "./unparsed.ts";

testDatabase();

test("a run's unread replies come with their faults in the order of their slots, slot 0 too, page by page", async () => {
  const { id, person } = await growingProject();
  const [ann, stranger] = [await person("Ann"), await (await growingProject()).person("Bob", "lead")];
  const run = await growingRun(id);
  await sql()`
    INSERT INTO model_call (project_id, run_id, endpoint_id, slot, request, reply, state)
    SELECT ${id}, ${run}, model_endpoint.id, slot, '{}', 'Reply ' || slot, 'answered'
    FROM model_endpoint CROSS JOIN generate_series(0, 6) AS slot WHERE project_id = ${id}`;
  await sql()`
    INSERT INTO generation_slot (run_id, slot, candidates, fault, call_id)
    SELECT ${run}, slot.n, 0, CASE WHEN slot.n % 2 = 0 THEN 'Not JSON' END,
      (SELECT id FROM model_call WHERE run_id = ${run} AND model_call.slot = slot.n::text)
    FROM generate_series(0, 7) AS slot(n)`;
  await sql()`UPDATE generation_slot SET fault = 'No answer' WHERE run_id = ${run} AND slot = 7`;
  const first = await unparsedReplies(ann, { run, limit: 1 });
  expect(first).toMatchObject({
    items: [{ slot: 0, fault: "Not JSON", reply: "Reply 0" }],
    nextCursor: 0,
    count: 5,
  });
  expect(Object.keys(first.items[0] ?? {}).toSorted()).toEqual(["callId", "fault", "reply", "slot"]);
  const rest = await unparsedReplies(ann, { run, limit: 10, cursor: 0 });
  expect(rest.items.map(({ slot, reply }) => [slot, reply])).toEqual([
    [2, "Reply 2"],
    [4, "Reply 4"],
    [6, "Reply 6"],
    [7, null],
  ]);
  expect(rest.nextCursor).toBeNull();
  await expect(unparsedReplies(stranger, { run, limit: 10 })).rejects.toMatchObject({ code: "not_found" });
});
