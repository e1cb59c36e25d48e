import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, stageFile, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { contentHash } from "../content-hash.ts";
import { path as pathShape, type Segment } from "../contract.ts";
import { createPath } from "./create.ts";
import { mergePaths } from "./merge.ts";

testDatabase();

let project: TestProject;
let scope: ProjectScope;
let problem: number;

const text = (content: string): Segment => ({ type: "text", content });
const code = (content: string): Segment => ({ type: "code", content });
const five = [text("We add."), code("print(2 + 3)"), text("The answer is 5.")];

async function newProblem(of: TestProject, answer: string | null = "5"): Promise<number> {
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    VALUES (${of.id}, ${crypto.randomUUID()}, 'What is 2 + 3?', ${crypto.randomUUID()}, ${answer}) RETURNING id`;
  return row.id;
}

async function newPerson(name: string): Promise<ProjectScope> {
  const other = (await emptyProject()).as("lead");
  await sql()`UPDATE "user" SET name = ${name} WHERE id = ${other.actor.userId}`;
  return { ...scope, actor: { ...other.actor, name } };
}

async function pathsOf(id: number): Promise<number> {
  const [row] = await sql()<[{ count: number }]>`SELECT count(*)::int FROM path WHERE problem_id = ${id}`;
  return row.count;
}

async function audit() {
  return [
    ...(await sql()`SELECT action, target, detail, actor_id FROM audit_entry WHERE project_id = ${project.id}`),
  ];
}

beforeEach(async () => {
  project = await emptyProject();
  scope = project.as("reviewer");
  problem = await newProblem(project);
});

describe("a new path", () => {
  test("comes back whole, with its author, its kind and its verdict, and leaves an audit entry", async () => {
    const path = await createPath(scope, { problem, segments: five });
    expect(pathShape.parse(path)).toEqual(path);
    expect(path).toMatchObject({
      problemId: problem,
      kind: "pot",
      segments: five,
      author: "Someone",
      revisionOfId: null,
      model: null,
      answer: "5",
      answerRule: "phrase",
      verdict: "correct",
      verdictMethod: "literal",
      verifiedAt: null,
      executionOutcome: null,
    });
    expect(path.key).toMatch(/^t-[0-9a-f]{16}$/);
    expect(path.checkedAt).not.toBeNull();
    const detail = { problem, revisionOf: null };
    expect(await audit()).toEqual([
      { action: "path.create", target: `path ${path.id}`, detail, actorId: scope.actor.userId },
    ]);
  });

  test("is incorrect, or can't be told, where its answer or the reference says so", async () => {
    const unknown = await newProblem(project, null);
    expect((await createPath(scope, { problem, segments: [text("A: 6")] })).verdict).toBe("incorrect");
    expect((await createPath(scope, { problem: unknown, segments: five })).verdict).toBe("unverifiable");
    expect((await createPath(scope, { problem, segments: [code("x = 5")] })).verdict).toBe("error");
  });

  test("may begin as another path of its problem", async () => {
    const first = await createPath(scope, { problem, segments: five });
    const second = await createPath(scope, { problem, segments: [code("print(5)")], revisionOf: first.id });
    expect(second).toMatchObject({ revisionOfId: first.id, kind: "pot", previousId: first.id });
  });

  test("is the path that an import would have made of the same content", async () => {
    const path = await createPath(scope, { problem, segments: five });
    const [row] = await sql()`SELECT content_hash, key FROM path WHERE id = ${path.id}`;
    expect(row?.["contentHash"]).toBe(contentHash({ segments: five }));
    const [{ key }] = await sql()<[{ key: string }]>`SELECT key FROM problem WHERE id = ${problem}`;
    const runId = await stageFile(project.id, [{ path: { problem_id: key, kind: "mixed", segments: five } }]);
    await sql()`UPDATE import_row SET content_hash = ${contentHash({ segments: five })} WHERE run_id = ${runId}`;
    const merged = await sql().begin(async (tx) => {
      await tx`CREATE TEMP TABLE file_problem_key ON COMMIT DROP AS
        SELECT key, text_hash AS hash, id AS problem_id FROM problem WHERE id = ${problem}`;
      return mergePaths(tx, { projectId: project.id, runId });
    });
    expect(merged).toMatchObject({ created: 0, matched: 1, rejectedCount: 0 });
  });

  test("gets an id of its own where another path has taken the one that its content gives", async () => {
    const path = await createPath(scope, { problem, segments: five });
    const other = await newProblem(project);
    await sql()`UPDATE path SET problem_id = ${other} WHERE id = ${path.id}`;
    const again = await createPath(scope, { problem, segments: five });
    expect(again.id).not.toBe(path.id);
    expect(again.key).toMatch(/^t-[0-9a-f]{64}$/);
    expect(again.key.startsWith(path.key)).toBe(true);
  });
});

describe("the same content again", () => {
  test("gives its author the path that is there, also when both are sent at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => createPath(scope, { problem, segments: five })),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await pathsOf(problem)).toBe(1);
    expect(await audit()).toHaveLength(1);
  });

  test("is a conflict for anybody else, in words that name the path", async () => {
    const path = await createPath(scope, { problem, segments: five });
    const refused = createPath(await newPerson("Another"), { problem, segments: five });
    await expect(refused).rejects.toMatchObject({
      code: "conflict",
      place: { field: "segments" },
      message: expect.stringContaining(path.key),
    });
    expect(await pathsOf(problem)).toBe(1);
  });

  test("is another path where it is a model's", async () => {
    const hash = contentHash({ model: "m", segments: five });
    await sql()`INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash)
      VALUES (${project.id}, ${problem}, 'm', 'mixed', 'm', ${sql().json(five)}, ${hash})`;
    expect((await createPath(scope, { problem, segments: five })).model).toBeNull();
    expect(await pathsOf(problem)).toBe(2);
  });
});

describe("a path is refused, and nothing is kept,", () => {
  test.each<[string, Segment[]]>([
    ["that is empty", [text(" \n"), code("")]],
    ["with a NUL character", [text("a\0b")]],
    ["with half of a symbol", [text("\uD83D")]],
    ["that is far too long", [text("x".repeat(1_000_001))]],
  ])("%s", async (_, segments) => {
    await expect(createPath(scope, { problem, segments })).rejects.toMatchObject({
      code: "invalid_input",
      place: { field: "segments" },
    });
    expect(await pathsOf(problem)).toBe(0);
    expect(await audit()).toEqual([]);
  });

  test("that begins as one of another problem or project, or as none", async () => {
    const elsewhere = await emptyProject();
    const there = await createPath(elsewhere.as("lead"), {
      problem: await newProblem(elsewhere),
      segments: five,
    });
    const beside = await createPath(scope, { problem: await newProblem(project), segments: five });
    for (const revisionOf of [there.id, beside.id, 2_000_000_000]) {
      await expect(createPath(scope, { problem, segments: five, revisionOf })).rejects.toMatchObject({
        code: "invalid_input",
        place: { field: "revisionOf" },
      });
    }
    expect(await pathsOf(problem)).toBe(0);
  });

  test("of another project's problem, as if that weren't there", async () => {
    const elsewhere = await emptyProject();
    for (const other of [await newProblem(elsewhere), 2_000_000_000]) {
      await expect(createPath(scope, { problem: other, segments: five })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});
