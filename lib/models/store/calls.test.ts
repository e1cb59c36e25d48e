import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { testEndpoint, testRun } from "#lib/cli/testing/model-endpoint.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { modelCall } from "../contract.ts";
import { getCall, listCalls } from "./calls.ts";

testDatabase();

const CALLS = 7;
let here: TestProject;
let there: TestProject;
let run: number;
beforeAll(async () => {
  here = await emptyProject();
  there = await emptyProject();
  for (const project of [here, there]) {
    const endpoint = await testEndpoint(project.id, "http://h/v1", { name: "writer" });
    run = project === here ? (await testRun(project.id)).id : run;
    const of = project === here ? run : (await testRun(project.id)).id;
    await sql()`INSERT INTO model_call (project_id, run_id, endpoint_id, slot, state, request, reply)
      SELECT ${project.id}, ${of}, ${endpoint}, n, 'answered', jsonb_build_object('messages', '[]'::jsonb), 'reply ' || n
      FROM generate_series(1, ${CALLS}) AS n ORDER BY n`;
    await sql()`INSERT INTO model_call (project_id, endpoint_id, slot, request) VALUES (${project.id}, ${endpoint}, 'test', '{}')`;
  }
});

test("calls come newest first, each once, whatever the page size, of the project or of one run", async () => {
  for (const [filter, wanted] of [
    [{}, CALLS + 1],
    [{ run }, CALLS],
  ] as const) {
    for (const limit of [1, 3, 100]) {
      const ids: number[] = [];
      let cursor: number | undefined;
      for (;;) {
        const page = await listCalls(here.as("curator"), { ...filter, limit, cursor });
        expect(page.count).toBe(wanted);
        for (const item of page.items) expect(modelCall.parse(item)).toEqual(item);
        ids.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(ids).toHaveLength(wanted);
      expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => other - one));
    }
  }
  expect((await listCalls(there.as("lead"), { run, limit: 10 })).items).toEqual([]);
});

test("a call shows what was asked and answered, to its own project alone", async () => {
  const [newest] = (await listCalls(here.as("curator"), { run, limit: 1 })).items;
  const found = await getCall(here.as("curator"), newest?.id ?? 0);
  expect(found).toMatchObject({
    ...newest,
    endpoint: "writer",
    slot: "7",
    request: { messages: [] },
    reply: "reply 7",
  });
  await expect(getCall(there.as("lead"), newest?.id ?? 0)).rejects.toMatchObject({ code: "not_found" });
});
