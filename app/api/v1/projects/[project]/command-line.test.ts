import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handleApi } from "#lib/api/handler.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { createKey } from "#lib/auth/store/keys.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { serveRequests, type TestHttp } from "#lib/cli/testing/http-server.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { sftFilter } from "#lib/datasets/contract.ts";
import { freezeHandler } from "#lib/datasets/handlers/freeze.ts";
import { importHandler } from "#lib/datasets/handlers/import.ts";
import { createDataset } from "#lib/datasets/store/datasets.ts";
import { startFreeze } from "#lib/datasets/store/freeze.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { GET } from "./datasets/[dataset]/versions/[number]/export/route.ts";
import { POST } from "./uploads/route.ts";

testDatabase();

const handlers = new Map([importHandler, freezeHandler].map((handler) => [handler.kind, handler]));
let server: TestHttp;
let scope: ProjectScope;
let key: string;
let folder: string;

beforeAll(async () => {
  const project = await emptyProject();
  scope = project.as("lead");
  await sql()`INSERT INTO membership (project_id, user_id, role) VALUES (${project.id}, ${scope.actor.userId}, 'lead')`;
  key = (await createKey(scope.actor, "test")).key;
  folder = await mkdtemp(join(tmpdir(), "lemma-command-"));
  server = await serveRequests(answer);
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
  await closeSender();
  await closeDatabase();
});

/** The routes as Next.js lays them out, and, in place of a worker, each run as soon as it is queued. */
async function answer(request: Request): Promise<Response> {
  const [, , , , project = "", room, dataset = "", , number = ""] = new URL(request.url).pathname.split("/");
  if (room === "uploads" && !dataset) {
    const response = await POST(request, { params: Promise.resolve({ project }) });
    await work();
    return response;
  }
  if (request.url.includes("/export?"))
    return GET(request, { params: Promise.resolve({ project, dataset, number }) });
  return handleApi(request);
}

async function work(): Promise<void> {
  const runs = await sql()<
    { id: number }[]
  >`SELECT id FROM run WHERE state = 'queued' AND kind <> 'check' ORDER BY id`;
  for (const { id } of runs) await executeRun(id, handlers);
}

async function lemma(...words: string[]) {
  const environment = { ...process.env, LEMMA_URL: server.url, LEMMA_KEY: key };
  const child = spawn(process.execPath, ["lib/cli/lemma.mjs", ...words], { env: environment });
  const [out, error, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { out, error, code };
}

async function fileOf(name: string, ...rows: (object | string)[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(
    path,
    rows.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join(""),
  );
  return path;
}

const good = { id: "p1", problem: "What is 1 + 1?", answer: "2" };
const path = { id: "t1", problem_id: "p1", text: "It is 2." };

describe("lemma import", () => {
  test("brings a file in and prints the report", async () => {
    const { out, error, code } = await lemma(
      "import",
      await fileOf("good.jsonl", good, path),
      "--project",
      scope.slug,
      "--model",
      "m",
    );
    expect({ error, code }).toEqual({ error: "", code: 0 });
    expect(out).toBe(
      "2 rows read as lemma\nproblems  1 created, 0 matched, 0 rejected\npaths     1 created, 0 matched, 0 rejected\n",
    );
    expect(await sql()`SELECT model FROM path WHERE project_id = ${scope.projectId}`).toEqual([
      { model: "m" },
    ]);
  });

  test("fails with the lines that were rejected, and takes the others when told to keep going", async () => {
    const bad = await fileOf(
      "bad.jsonl",
      good,
      "{nonsense",
      { problem: "New?", split: "dev" },
      { problem: "Newer?" },
    );
    const all = await lemma("import", bad, "--project", scope.slug);
    expect(all).toMatchObject({ out: "", code: 1 });
    expect(all.error).toMatch(
      /^line 2: This isn't JSON.*\nline 3, split: Write train or test.*\nNothing was imported, because 2 lines were rejected\. Line 2: /,
    );
    const some = await lemma("import", bad, "--project", scope.slug, "--keep-going");
    expect(some).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        "4 rows read as lemma, 2 of them rejected\nproblems  1 created, 1 matched",
      ),
    });
    expect(some.error).toMatch(/line 2: .*\nline 3, split: /);
  });

  test("says in one line what is wrong with its words", async () => {
    const file = await fileOf("good.jsonl", good);
    const wrong: [string[], RegExp][] = [
      [["import", join(folder, "none.jsonl"), "--project", scope.slug], /none\.jsonl can't be read/],
      [["import", folder, "--project", scope.slug], /is not a file/],
      [["import", file, "--project", "nowhere"], /There is no such project here/],
      [["import", file, "--project", scope.slug, "--key", "lemma_wrong"], /Sign in, or send an API key/],
      [
        ["import", file, "--project", scope.slug, "--server", "http://127.0.0.1:9"],
        /No studio answers at http:\/\/127\.0\.0\.1:9/,
      ],
      [["import", file, "--project", scope.slug, "--server", "nonsense"], /must be an address/],
    ];
    for (const [words, message] of wrong) {
      const { error, code, out } = await lemma(...words);
      expect({ out, code, lines: error.trimEnd().split("\n").length }).toEqual({
        out: "",
        code: 1,
        lines: 1,
      });
      expect(error).toMatch(message);
    }
  }, 60_000);
});

describe("lemma export", () => {
  beforeAll(async () => {
    await sql()`UPDATE path SET verdict = 'correct' WHERE project_id = ${scope.projectId}`;
    const { id } = await createDataset(scope, { name: "gold", filter: sftFilter.parse({ kind: "sft" }) });
    await startFreeze(scope, id);
    await work();
    await startFreeze(scope, id);
  });
  const words = () => ["export", "--project", scope.slug, "--dataset", "gold"];
  const line = `${JSON.stringify({ prompt: good.problem, completion: `\n${path.text}` })}\n`;

  test("writes the latest frozen version to the standard output", async () => {
    expect(await lemma(...words(), "--format", "trl-sft")).toEqual({ out: line, error: "", code: 0 });
    const chat = await lemma(...words(), "--format", "trl-sft", "--style", "messages");
    expect(JSON.parse(chat.out)).toMatchObject({ messages: [{ role: "user" }, { role: "assistant" }] });
  });

  test("writes a whole file under its name, or none", async () => {
    const target = join(folder, "out.jsonl");
    expect(await lemma(...words(), "--version", "1", "--format", "trl-sft", "-o", target)).toMatchObject({
      code: 0,
    });
    expect(await readFile(target, "utf8")).toBe(line);
    await sql()`UPDATE dataset_row SET data = jsonb_set(data, '{problem,problem}', '"What is 1 + 3?"')`;
    const broken = await lemma(...words(), "--format", "lemma", "-o", join(folder, "broken.jsonl"));
    expect(broken).toMatchObject({ code: 1, error: expect.stringContaining("its SHA-256 differs") });
    expect((await readdir(folder)).filter((name) => name.includes("broken"))).toEqual([]);
  });

  test("stops quietly when nobody reads its pipe any more", async () => {
    const environment = { ...process.env, LEMMA_URL: server.url, LEMMA_KEY: key };
    const child = spawn(process.execPath, ["lib/cli/lemma.mjs", ...words(), "--format", "trl-sft"], {
      env: environment,
    });
    child.stdout.destroy();
    const [error, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect({ error, code }).toEqual({ error: "", code: 0 });
  });

  test("says in one line what isn't there", async () => {
    const wrong: [string[], RegExp][] = [
      [
        ["export", "--project", scope.slug, "--dataset", "silver", "--format", "lemma"],
        /no dataset silver\. There are: gold/,
      ],
      [[...words(), "--version", "2", "--format", "lemma"], /isn't frozen yet/],
      [[...words(), "--version", "7", "--format", "lemma"], /no such version/],
      [[...words(), "--format", "trl-dpo"], /leaves as trl-sft, lemma/],
      [[...words(), "--format", "lemma", "-o", join(folder, "no", "where.jsonl")], /can't be written/],
    ];
    for (const [given, message] of wrong) {
      const { error, code, out } = await lemma(...given);
      expect({ out, code, lines: error.trimEnd().split("\n").length }).toEqual({
        out: "",
        code: 1,
        lines: 1,
      });
      expect(error).toMatch(message);
    }
  }, 60_000);
});
