import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type FileRow, stageFile, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import type { PathRecord } from "#lib/formats/records.ts";
import { mergeProblems } from "#lib/problems/store/merge.ts";
import { mergePaths } from "./merge.ts";

testDatabase();

let project: TestProject;

beforeEach(async () => {
  project = await emptyProject();
});

/** Imports a file of problems and paths; `keys` is what each path id of the file came to mean. */
async function merge(rows: readonly FileRow[], into = project) {
  const run = { projectId: into.id, runId: await stageFile(into.id, rows) };
  return sql().begin(async (tx) => {
    const problems = await mergeProblems(tx, run);
    const paths = await mergePaths(tx, run);
    const keys = await tx<{ key: string; found: string | null }[]>`
      SELECT file_path_key.key, path.key AS found FROM file_path_key LEFT JOIN path ON path.id = path_id ORDER BY 1`;
    return { problems, paths, keys: Object.fromEntries(keys.map(({ key, found }) => [key, found])) };
  });
}

async function stored(of = project) {
  return [
    ...(await sql()`
      SELECT path.key, problem.key AS problem, kind, model, temperature, tokens, segments, stated_answer, verdict,
        path.meta, path.project_id
      FROM path JOIN problem ON problem.id = problem_id WHERE path.project_id = ${of.id} ORDER BY path.id`),
  ];
}

const sum: FileRow = { problem: { id: "sum", problem: "What is 2 + 2?", answer: "4" } };
const why: FileRow = { problem: { problem: "Why?" } };

function path(content: string, rest: Partial<PathRecord> = { problem_id: "sum" }): FileRow {
  return { path: { kind: "cot", segments: [{ type: "text", content }], ...rest } };
}

describe("a new path", () => {
  test("keeps every field of its record and stands unchecked with its problem", async () => {
    const segments = [
      { type: "text", content: "I compute." },
      { type: "code", content: "print(4)" },
      { type: "output", content: "4" },
    ] as const;
    const meta = { seed: 7 };
    const rest = { kind: "mixed", model: "m", temperature: 0.5, tokens: 12, meta } as const;
    const { paths } = await merge([
      sum,
      { path: { id: "one", problem_id: "sum", segments: [...segments], answer: "4", ...rest } },
    ]);
    expect(paths).toEqual({ created: 1, matched: 0, rejectedCount: 0, rejected: [] });
    expect(await stored()).toEqual(
      [
        {
          key: "one",
          problem: "sum",
          segments,
          stated_answer: undefined,
          statedAnswer: "4",
          verdict: null,
          projectId: project.id,
          ...rest,
        },
      ].map(({ stated_answer: _, ...row }) => row),
    );
  });

  test("without an id gets one from its problem and content, the same in every project", async () => {
    const other = await emptyProject();
    await merge([sum, path("Four.")]);
    await merge([sum, path("Four.")], other);
    const [row] = await stored();
    expect(row?.["key"]).toMatch(/^t-[0-9a-f]{16}$/);
    expect((await stored(other))[0]?.["key"]).toBe(row?.["key"]);
  });

  test("may name its problem by the exact text", async () => {
    await merge([why, path("So.", { problem: "Why?" }), path("Thus.", { problem: "Why?" })]);
    expect(await stored()).toHaveLength(2);
  });

  test("of one content for two problems, or of two models for one problem, is two paths", async () => {
    const { paths } = await merge([
      sum,
      why,
      path("Four."),
      path("Four.", { problem: "Why?" }),
      path("Four.", { problem_id: "sum", model: "m" }),
    ]);
    expect(paths).toMatchObject({ created: 3, matched: 0 });
  });
});

test("the same file again adds nothing, whichever of its paths repeat", async () => {
  const file = [
    sum,
    why,
    path("Four."),
    path("Four."),
    path("So.", { id: "so", problem: "Why?" }),
    path("So.", { problem: "Why?" }),
  ];
  expect((await merge(file)).paths).toMatchObject({ created: 2, matched: 2, rejectedCount: 0 });
  const before = await stored();
  expect((await merge(file)).paths).toEqual({ created: 0, matched: 4, rejectedCount: 0, rejected: [] });
  expect(await stored()).toEqual(before);
});

test("two merges at the same time make each path once", async () => {
  const file = [sum, ...Array.from({ length: 100 }, (_, n) => path(`Way ${n}`))];
  const created = (await Promise.all([merge(file), merge(file)])).map(({ paths }) => paths.created);
  expect(created.sort((a, b) => a - b)).toEqual([0, 100]);
});

describe("a problem's id", () => {
  test("means what it means in the file, though the project keeps that problem under another id", async () => {
    await merge([sum]);
    await merge([
      { problem: { id: "addition", problem: "What is 2 + 2?" } },
      path("Four.", { problem_id: "addition" }),
    ]);
    expect(await stored()).toMatchObject([{ problem: "sum" }]);
  });

  test("that the file doesn't explain is the project's", async () => {
    await merge([sum]);
    expect((await merge([path("Four.")])).paths).toMatchObject({ created: 1 });
  });

  test("never reaches another project's problem", async () => {
    await merge([sum], await emptyProject());
    const { paths } = await merge([path("Four."), path("Four.", { problem: "What is 2 + 2?" })]);
    expect(paths).toMatchObject({ created: 0, rejectedCount: 2 });
    expect(paths.rejected[0]).toEqual({
      line: 1,
      message: expect.stringContaining("No problem has the id sum"),
    });
    expect(paths.rejected[1]).toEqual({ line: 2, message: expect.stringContaining("exactly this text") });
  });

  test("that is rejected in the file doesn't give its paths to the project's problem of that id", async () => {
    await merge([sum]);
    const { problems, paths } = await merge([
      { problem: { id: "sum", problem: "Another text" } },
      path("Five."),
    ]);
    expect(problems.rejectedCount).toBe(1);
    expect(paths).toMatchObject({ created: 0, rejectedCount: 1, rejected: [{ line: 2 }] });
    expect(await stored()).toEqual([]);
  });

  test("must agree with the text beside it", async () => {
    const { paths } = await merge([
      sum,
      why,
      path("Four.", { problem_id: "sum", problem: "Why?" }),
      path("Four.", { problem_id: "sum", problem: "What is 2 + 2?" }),
      path("Five.", { problem_id: "unheard of", problem: "Why?" }),
    ]);
    expect(paths).toMatchObject({ created: 2, rejectedCount: 1 });
    expect(paths.rejected[0]).toEqual({
      line: 3,
      message: expect.stringContaining("belongs to another problem"),
    });
  });
});

describe("a path's id", () => {
  test("that means another path of the project is rejected", async () => {
    await merge([sum, path("Four.", { id: "a", problem_id: "sum" })]);
    const { paths } = await merge([
      path("Five.", { id: "a", problem_id: "sum" }),
      path("Six.", { id: "b", problem_id: "sum" }),
    ]);
    expect(paths).toMatchObject({ created: 1, rejectedCount: 1, rejected: [{ line: 1 }] });
    expect((await stored()).map(({ key }) => key)).toEqual(["a", "b"]);
  });

  test("that stands on an earlier line with another path is rejected", async () => {
    const { paths } = await merge([
      sum,
      path("Four.", { id: "a", problem_id: "sum" }),
      path("Five.", { id: "a", problem_id: "sum" }),
      path("Five."),
    ]);
    expect(paths).toMatchObject({ created: 2, rejectedCount: 1 });
    expect(paths.rejected[0]).toEqual({ line: 3, message: expect.stringContaining("stands on line 2") });
  });

  test("that was made for a content gives way to the id that a file gives", async () => {
    await merge([sum, path("Four.")]);
    const made = String((await stored())[0]?.["key"]);
    const other = await emptyProject();
    const { paths } = await merge(
      [sum, path("Four."), path("Five.", { id: made, problem_id: "sum" })],
      other,
    );
    expect(paths).toMatchObject({ created: 1, rejectedCount: 1, rejected: [{ line: 2 }] });
    expect(await stored(other)).toMatchObject([{ key: made, segments: [{ content: "Five." }] }]);
  });

  test("of the file leads to the path it means, under whichever id the project keeps it", async () => {
    await merge([sum, path("Four.", { id: "a", problem_id: "sum" })]);
    const { keys } = await merge([
      path("Four.", { id: "alias", problem_id: "sum" }),
      path("Five.", { id: "b", problem_id: "sum" }),
      path("Lost.", { id: "lost", problem_id: "nowhere" }),
    ]);
    expect(keys).toEqual({ alias: "a", b: "b", lost: null });
  });
});
