import { format } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createServerClient } from "#lib/api/server-client.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { testRun } from "#lib/cli/testing/model-endpoint.ts";
import { sql } from "#lib/db.ts";
import { openCaller } from "./caller.ts";
import { endpointSettings } from "./contract.ts";
import { type ModelServer, startModelServer } from "./testing/model-server.ts";
import type { ReplyPlan } from "./testing/reply-plan.ts";

testDatabase();

const KEY = "sk-very/secret+key=0123456789";
const FORMS = [
  KEY,
  encodeURIComponent(KEY),
  Buffer.from(KEY).toString("base64"),
  Buffer.from(KEY).toString("hex"),
];
let server: ModelServer;
let plan: ReplyPlan;
let wants = KEY;
beforeAll(async () => {
  // It says the key back in whatever it answers, as some servers do in their errors.
  server = await startModelServer({
    reply: () =>
      server.requests.at(-1)?.authorization === `Bearer ${wants}`
        ? plan
        : {
            kind: "fail",
            status: 401,
            message: `Incorrect API key provided: ${KEY} (${encodeURIComponent(KEY)}).`,
          },
  });
});
afterAll(() => server.close());

const echoes: [string, ReplyPlan][] = [
  ["an answer", { kind: "answer", text: `{"answer": "your key is ${KEY}"}`, finishReason: KEY }],
  ["a refusal", { kind: "fail", status: 400, message: `bad request by ${KEY}` }],
  [
    "a redirect",
    { kind: "fail", status: 302, message: KEY, headers: { location: `http://127.0.0.1:1/?key=${KEY}` } },
  ],
  ["an error of its own", { kind: "fail", status: 500, message: `trace: Bearer ${KEY}` }],
  ["garble", { kind: "garble", body: `<html>${KEY}</html>` }],
  ["garbled JSON", { kind: "garble", body: JSON.stringify({ error: { message: KEY } }) }],
];

async function whereKept(): Promise<string[]> {
  const tables = await sql()<{ name: string }[]>`
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  const found: string[] = [];
  for (const { name } of tables) {
    for (const form of FORMS) {
      const rows =
        await sql()`SELECT 1 FROM ${sql().unsafe(name)} AS kept WHERE strpos(kept::text, ${form}) > 0 LIMIT 1`;
      if (rows.length > 0) found.push(name);
    }
  }
  return found;
}

test("a key is sent to its endpoint and shows up nowhere else, though the endpoint repeats it", async () => {
  const said: string[] = [];
  const consoles = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => void said.push(format(...parts))),
  );
  const pipes = [process.stdout, process.stderr].map((pipe) =>
    vi.spyOn(pipe, "write").mockImplementation((chunk) => said.push(String(chunk)) > 0),
  );
  const userId = crypto.randomUUID();
  await sql()`INSERT INTO "user" (id, name, email, is_owner) VALUES (${userId}, 'Owner', 'owner@example.org', true)`;
  const actor = { userId, name: "Owner", email: "owner@example.org", isOwner: true, by: "session" as const };
  const api = createServerClient({ actor, now: new Date() });
  const shown: unknown[] = [];
  const show = (promise: Promise<unknown>) =>
    promise.then(
      (value) => shown.push(value),
      (error) => shown.push(String(error), JSON.stringify(error), error instanceof Error ? error.stack : ""),
    );

  const project = "secrecy";
  const { id: projectId } = await api.projects
    .create({ name: "Secrecy", slug: project })
    .then(async () => (await sql()<[{ id: number }]>`SELECT id FROM project WHERE slug = ${project}`)[0]);
  await show(api.models.hosts.allow({ host: `127.0.0.1:${server.port}` }));
  const settings = endpointSettings.parse({
    name: "echo",
    baseUrl: server.url,
    model: "m",
    uses: [],
    parameters: {},
    inputPrice: 0,
    outputPrice: 0,
    concurrency: 1,
    requestsPerMinute: null,
    tokensPerMinute: null,
    structuredOutput: "auto",
    timeoutSeconds: 5,
  });
  const model = await api.models.create({ project, settings, key: KEY });
  const run = await testRun(projectId);
  shown.push(model);
  for (const [name, next] of echoes) {
    plan = next;
    await show(api.models.test({ project, model: model.id }));
    const caller = await openCaller(run, model.id, { wait: () => Promise.resolve(), random: () => 0 });
    await show(caller.call(name, { messages: [{ role: "user", content: "what is my key?" }] }));
  }
  wants = "another one";
  await show(api.models.test({ project, model: model.id }));
  await show(api.models.update({ project, model: model.id, version: 99, settings, key: KEY }));
  await show(
    api.models.update({ project, model: model.id, version: 1, settings, key: `${KEY} with a space` }),
  );
  await show(api.models.create({ project, settings, key: KEY }));
  const { items } = await api.models.calls({ project });
  for (const { id } of items) await show(api.models.call({ project, call: id }));
  await show(api.models.list({ project }));
  for (const spy of [...consoles, ...pipes]) spy.mockRestore();

  expect(server.requests.every(({ authorization }) => authorization === `Bearer ${KEY}`)).toBe(true);
  expect(items).toHaveLength(2 * echoes.length + 1);
  const everything = `${JSON.stringify(shown)}\n${said.join("\n")}`;
  expect(everything).toContain("[key]");
  expect(everything).toContain("what is my key?");
  for (const form of FORMS) expect(everything).not.toContain(form);
  expect(await whereKept()).toEqual([]);
  await sql()`UPDATE model_call SET error = ${KEY} WHERE id = ${items[0]?.id ?? 0}`;
  expect(await whereKept(), "the walk itself would find it").toEqual(["public.model_call"]);
});
