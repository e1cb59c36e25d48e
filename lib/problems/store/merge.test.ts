import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, stageFile, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import type { ProblemRecord } from "#lib/formats/records.ts";
import { MESSAGES_LIMIT, type MergedProblems, mergeProblems } from "./merge.ts";

testDatabase();

let project: TestProject;

beforeEach(async () => {
  project = await emptyProject();
});

/** Imports a file of problems: one record a line, from line 1 on. */
async function merge(records: readonly ProblemRecord[], into = project): Promise<MergedProblems> {
  const runId = await stageFile(
    into.id,
    records.map((problem) => ({ problem })),
  );
  return sql().begin((tx) => mergeProblems(tx, { projectId: into.id, runId }));
}

async function stored(of = project) {
  return [
    ...(await sql()`
      SELECT problem.key, text, answer, solution, subdomain.name AS subdomain, origin, split, difficulty, tags, parents,
        source, meta, version
      FROM problem LEFT JOIN subdomain ON subdomain.id = subdomain_id
      WHERE problem.project_id = ${of.id} ORDER BY problem.id`),
  ];
}

const full: ProblemRecord = {
  id: "sum",
  problem: "What is 2 + 2?",
  answer: "4",
  solution: "Count on your fingers.",
  subdomain: "arithmetic",
  origin: "generated",
  split: "test",
  difficulty: "1",
  tags: ["easy", "sum"],
  parents: ["one", "two"],
  source: "the board",
  meta: { page: 3, more: { deep: [1, null] } },
};

describe("a new problem", () => {
  test("keeps every field of its record", async () => {
    expect(await merge([full])).toMatchObject({
      created: 1,
      matched: 0,
      filled: 0,
      rejected: [],
      warnings: [],
    });
    const { id, problem, ...rest } = full;
    expect(await stored()).toEqual([{ key: id, text: problem, ...rest, version: 1 }]);
  });

  test("is a training seed without answer where its record says no more, and gets an id from its text", async () => {
    await merge([{ problem: "Why?" }]);
    const [row] = await stored();
    expect(row).toMatchObject({
      text: "Why?",
      answer: null,
      subdomain: null,
      origin: "seed",
      split: "train",
      tags: [],
      meta: {},
    });
    expect(row?.["key"]).toMatch(/^p-[0-9a-f]{16}$/);
  });

  test("gets a row number after those of the lines before it", async () => {
    await merge(["c", "a", "b"].map((problem) => ({ problem })));
    expect((await stored()).map(({ text }) => text)).toEqual(["c", "a", "b"]);
  });
});

describe("the same file again", () => {
  test("adds and changes nothing", async () => {
    const file = [
      full,
      { problem: "Why?", answer: "So." },
      { problem: "Why?", id: "why" },
      { id: "x", problem: "How?" },
    ];
    expect(await merge(file)).toMatchObject({ created: 3, matched: 1, rejectedCount: 0 });
    const before = await stored();
    expect(await merge(file)).toEqual({
      created: 0,
      matched: 4,
      filled: 0,
      rejectedCount: 0,
      rejected: [],
      warningCount: 0,
      warnings: [],
    });
    expect(await stored()).toEqual(before);
  });

  test("in another project makes problems of that project", async () => {
    const other = await emptyProject();
    await merge([full]);
    expect(await merge([full], other)).toMatchObject({ created: 1, matched: 0 });
    expect(await stored(other)).toEqual(await stored());
  });
});

describe("a problem that is there", () => {
  test("gets what it lacks, once, and nothing else", async () => {
    await merge([{ id: "sum", problem: full.problem, tags: ["mine"] }]);
    const { answer, solution, subdomain, difficulty, source } = full;
    const more = {
      problem: full.problem,
      answer: "4",
      solution: "Count on your fingers.",
      subdomain: "arithmetic",
      difficulty: "1",
      source: "the board",
      tags: ["theirs"],
    };
    expect(await merge([more])).toMatchObject({ created: 0, matched: 1, filled: 1 });
    expect(await stored()).toMatchObject([
      { key: "sum", answer, solution, subdomain, difficulty, source, tags: ["mine"], version: 2 },
    ]);
    expect(await merge([more])).toMatchObject({ filled: 0 });
  });

  test("keeps its answer and its split, and a differing line is a warning", async () => {
    await merge([full]);
    const result = await merge([
      { problem: "Why?" },
      { problem: full.problem, answer: "5", split: "train", source: "elsewhere" },
    ]);
    expect(result).toMatchObject({ created: 1, matched: 1, filled: 0, rejectedCount: 0, warningCount: 2 });
    expect(result.warnings.map(({ line }) => line)).toEqual([2, 2]);
    expect(result.warnings[0]?.message).toContain(
      "answer 5 differs from the reference answer 4 of problem sum",
    );
    expect(result.warnings[1]?.message).toContain("test split");
    expect((await stored())[0]).toMatchObject({
      answer: "4",
      split: "test",
      source: "the board",
      version: 1,
    });
  });

  test("keeps its id when the file has another one for its text", async () => {
    await merge([full]);
    expect(await merge([{ ...full, id: "other" }])).toMatchObject({
      created: 0,
      matched: 1,
      rejectedCount: 0,
    });
    expect(await stored()).toMatchObject([{ key: "sum" }]);
  });
});

describe("lines with the same text", () => {
  test("are one problem: the first that gives a field counts", async () => {
    const problem = "What is x?";
    const result = await merge([
      { problem, difficulty: "hard" },
      { problem, id: "x", answer: "1", subdomain: "equations" },
      { problem, id: "y", answer: "2", difficulty: "easy", tags: ["t"], meta: { a: 1 } },
    ]);
    expect(result).toMatchObject({ created: 1, matched: 2, rejectedCount: 0, warningCount: 1 });
    expect(result.warnings[0]).toMatchObject({ line: 3 });
    expect(await stored()).toMatchObject([
      {
        key: "x",
        answer: "1",
        difficulty: "hard",
        subdomain: "equations",
        tags: ["t"],
        meta: { a: 1 },
        version: 1,
      },
    ]);
  });

  test("fill a problem that is there in the same order", async () => {
    await merge([{ problem: "What is x?" }]);
    expect(
      await merge([
        { problem: "What is x?", source: "first" },
        { problem: "What is x?", source: "second", answer: "7" },
      ]),
    ).toMatchObject({ created: 0, matched: 2, filled: 1 });
    expect(await stored()).toMatchObject([{ source: "first", answer: "7", version: 2 }]);
  });
});

describe("an id that means another text", () => {
  test("of the project is rejected with its line", async () => {
    await merge([full]);
    const result = await merge([{ problem: "Why?" }, { id: "sum", problem: "Something else" }]);
    expect(result).toMatchObject({ created: 1, matched: 0, rejectedCount: 1 });
    expect(result.rejected).toEqual([
      { line: 2, message: expect.stringContaining("The id sum belongs to another problem") },
    ]);
    expect((await stored()).map(({ text }) => text)).toEqual([full.problem, "Why?"]);
  });

  test("of an earlier line is rejected, and says which line that is", async () => {
    const result = await merge([
      { id: "a", problem: "A" },
      { problem: "B" },
      { id: "a", problem: "C" },
      { id: "c", problem: "C" },
    ]);
    expect(result).toMatchObject({ created: 3, matched: 0, rejectedCount: 1 });
    expect(result.rejected[0]).toEqual({ line: 3, message: expect.stringContaining("stands on line 1") });
    expect((await stored()).map(({ key }) => key)).toEqual(["a", expect.any(String), "c"]);
  });

  test("that was made for a text gives way to the id that a file gives", async () => {
    await merge([{ problem: "Why?" }]);
    const made = String((await stored())[0]?.["key"]);
    const other = await emptyProject();
    const result = await merge([{ problem: "Why?" }, { id: made, problem: "Something else" }], other);
    expect(result).toMatchObject({ created: 1, rejectedCount: 1, rejected: [{ line: 1 }] });
    expect(await stored(other)).toMatchObject([{ key: made, text: "Something else" }]);
    expect(await merge([{ problem: "Why?" }], other)).toMatchObject({ created: 0, rejectedCount: 1 });
  });

  test("is counted in full, but told of only so many times", async () => {
    const file = Array.from({ length: MESSAGES_LIMIT + 5 }, (_, n) => ({
      id: "same",
      problem: `Problem ${n}`,
    }));
    const result = await merge(file);
    expect(result).toMatchObject({ created: 1, rejectedCount: MESSAGES_LIMIT + 4 });
    expect(result.rejected).toHaveLength(MESSAGES_LIMIT);
  });
});

test("two merges at the same time make each problem once", async () => {
  const file = Array.from({ length: 200 }, (_, n) => ({
    problem: `Problem ${n}`,
    subdomain: `field ${n % 7}`,
  }));
  const results = await Promise.all([merge(file), merge(file), merge(file)]);
  expect(results.map(({ created }) => created).sort((a, b) => a - b)).toEqual([0, 0, 200]);
  expect(await stored()).toHaveLength(200);
});
