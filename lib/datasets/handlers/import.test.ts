import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import {
  counts,
  criticised,
  importFile,
  lines,
  mixed,
  problem,
  rewarded,
  right,
  wrong,
} from "./import-fixture.ts";

testDatabase();
afterAll(async () => {
  await closeSender();
  await closeDatabase();
});

describe("an import", () => {
  test("takes problems, paths, scores and pairs, in any order in the file, and asks for a check", async () => {
    const scope = (await emptyProject()).as("curator");
    const { run } = await importFile(scope, mixed);
    const one = { created: 1, matched: 0, rejected: 0 };
    const two = { created: 2, matched: 0, rejected: 0 };
    expect(run).toMatchObject({
      state: "done",
      error: null,
      done: Buffer.byteLength(mixed),
      total: Buffer.byteLength(mixed),
      result: {
        shape: "lemma",
        fileType: "jsonl",
        rows: 6,
        problems: one,
        paths: two,
        scores: two,
        pairs: one,
      },
    });
    expect(await counts(scope)).toEqual({
      problems: 1,
      paths: 2,
      scores: 2,
      pairs: 1,
      checks: 1,
      staged: 0,
      chunks: 0,
    });
    const [stored] = await sql()`
      SELECT problem.key, text, answer, tags, problem.meta, subdomain.name AS subdomain FROM problem
      JOIN subdomain ON subdomain.id = subdomain_id WHERE problem.project_id = ${scope.projectId}`;
    expect(stored).toEqual({
      key: "p1",
      text: problem.problem,
      answer: "2",
      tags: ["easy"],
      meta: { colour: "red" },
      subdomain: "Sums",
    });
    const paths = await sql()`SELECT key, kind, model, temperature, segments, copies, flaw FROM path
      WHERE project_id = ${scope.projectId} ORDER BY key`;
    expect(paths).toMatchObject([
      {
        key: "t1",
        kind: "pot",
        model: "m",
        segments: [{ type: "text" }, { type: "code" }, { type: "output" }, { type: "text" }],
      },
      {
        key: "t2",
        kind: "cot",
        model: null,
        temperature: 0.5,
        segments: [{ type: "text", content: wrong.text }],
        copies: 3,
        flaw: "truncated",
      },
    ]);
    expect(
      await sql()`
      SELECT path.key AS path, problem.key AS problem, scorer, score.kind, value, rationale FROM score
      LEFT JOIN path ON path.id = path_id LEFT JOIN problem ON problem.id = score.problem_id
      WHERE score.project_id = ${scope.projectId} ORDER BY score.id`,
    ).toEqual([
      { path: "t1", problem: null, scorer: "rm", kind: "reward", value: 0.25, rationale: null },
      { path: null, problem: "p1", scorer: "judge", kind: "critique", value: 9, rationale: "Clear." },
    ]);
    const [made] = await sql()`
      SELECT first.key AS first, second.key AS second, proposed, origin, margin FROM preference_pair AS pair
      JOIN path AS first ON first.id = first_id JOIN path AS second ON second.id = second_id
      WHERE pair.project_id = ${scope.projectId}`;
    expect(made).toEqual({ first: "t1", second: "t2", proposed: "first", origin: "imported", margin: 1.5 });
    expect(
      await sql()`SELECT action, target, detail FROM audit_entry WHERE project_id = ${scope.projectId}`,
    ).toEqual([{ action: "import.start", target: "file.jsonl", detail: { run: run.id } }]);
  });

  test("of the same file again adds nothing and asks for no check", async () => {
    const scope = (await emptyProject()).as("curator");
    await importFile(scope, mixed);
    const before = await counts(scope);
    const { run } = await importFile(scope, mixed);
    const matched = (n: number) => ({ created: 0, matched: n, rejected: 0 });
    expect(run.result).toMatchObject({
      problems: matched(1),
      paths: matched(2),
      scores: matched(2),
      pairs: matched(1),
    });
    expect(await counts(scope)).toEqual(before);
  });

  test("that matches its records under other ids finds what scores and pairs mean by the file's ids", async () => {
    const scope = (await emptyProject()).as("curator");
    await importFile(scope, lines(problem, right, wrong));
    const renamed = lines(
      { ...problem, id: "other" },
      { ...right, id: "o1", problem_id: "other" },
      { ...wrong, id: "o2" },
      { ...rewarded, path_id: "o1" },
      { ...criticised, problem_id: "other" },
      { problem_id: "other", chosen: "o2", rejected: "o1" },
    );
    const { run } = await importFile(scope, renamed);
    expect(run.error).toBeNull();
    expect(await counts(scope)).toMatchObject({ problems: 1, paths: 2, scores: 2, pairs: 1 });
  });

  test("takes a later score of the same scorer in place of the earlier one", async () => {
    const scope = (await emptyProject()).as("curator");
    await importFile(scope, mixed);
    const { run } = await importFile(scope, lines({ ...rewarded, value: 1 }, { ...rewarded, value: 2 }));
    expect(run.result).toMatchObject({ scores: { created: 0, matched: 2, rejected: 0 } });
    expect(
      await sql()`SELECT value FROM score WHERE scorer = 'rm' AND project_id = ${scope.projectId}`,
    ).toEqual([{ value: 2 }]);
  });

  test("fills what the options say into rows that leave it open", async () => {
    const scope = (await emptyProject()).as("curator");
    const options = { model: "given", split: "test", source: "Ours" } as const;
    await importFile(
      scope,
      lines({ ...problem, split: "train" }, { problem: "Why?" }, right, wrong),
      options,
    );
    expect(
      await sql()`SELECT split, source FROM problem WHERE project_id = ${scope.projectId} ORDER BY id`,
    ).toEqual([
      { split: "train", source: "Ours" },
      { split: "test", source: "Ours" },
    ]);
    expect(await sql()`SELECT model FROM path WHERE project_id = ${scope.projectId} ORDER BY id`).toEqual([
      { model: "m" },
      { model: "given" },
    ]);
  });
});
