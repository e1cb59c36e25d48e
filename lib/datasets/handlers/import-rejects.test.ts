import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { getRun, readRunLog } from "#lib/jobs/store/read.ts";
import { importOptions } from "../import-options.ts";
import { startImport } from "../store/imports.ts";
import {
  counts,
  criticised,
  handlers,
  importFile,
  lines,
  mixed,
  pair,
  problem,
  rewarded,
} from "./import-fixture.ts";

testDatabase();
afterAll(async () => {
  await closeSender();
  await closeDatabase();
});

const faults: [string, string, RegExp][] = [
  [
    "a line that isn't JSON",
    `${lines(problem)}{"id": nonsense}\n`,
    /1 line was rejected\. Line 2: This isn't JSON/,
  ],
  ["a file that ends in the middle of a line", mixed.slice(0, -30), /Line 6: The file ends in the middle/],
  [
    "a field of the wrong kind",
    lines(problem, { ...problem, id: "p2", split: "dev" }),
    /Line 2, split: Write train or test/,
  ],
  [
    "a path of a problem that isn't there",
    lines(problem, { problem: "Who?", text: "Me." }),
    /1 record was rejected\. Line 2: No problem/,
  ],
  [
    "a score of a path that isn't there",
    lines(problem, { ...rewarded, path_id: "t9" }),
    /Line 2: No path has the id t9/,
  ],
  [
    "a score of a problem that isn't there",
    lines(problem, { ...criticised, problem_id: "p9" }),
    /Line 2: No problem has the id p9/,
  ],
  ["a pair whose paths aren't there", lines(problem, pair), /Line 2: The problem has no path/],
  [
    "an id that means two problems",
    lines(problem, { id: "p1", problem: "What else?" }),
    /Line 2: The id p1 stands on line 1/,
  ],
  ["a NUL character", `{"problem": "a\\u0000b"}\n`, /Line 1, problem: A NUL character/],
];

describe("all or nothing", () => {
  test.each(faults)("%s fails the import, which then has taken nothing", async (_, file, message) => {
    const scope = (await emptyProject()).as("curator");
    const { run, log } = await importFile(scope, file);
    expect(run.state).toBe("failed");
    expect(run.error?.message).toMatch(message);
    expect(log).toMatchObject([{ level: "error", line: Number(message.source.match(/Line (\d)/)?.[1]) }]);
    expect(await counts(scope)).toMatchObject({
      problems: 0,
      paths: 0,
      scores: 0,
      pairs: 0,
      checks: 0,
      staged: 0,
    });
  });

  test("leaves the upload there, so that it can be imported with other options", async () => {
    const scope = (await emptyProject()).as("curator");
    const { upload, run } = await importFile(scope, lines(problem, { problem: "Who?", text: "Me." }));
    expect(run.state).toBe("failed");
    const again = await startImport(scope, upload.id, importOptions.parse({ keepGoing: true }));
    await executeRun(again.id, handlers);
    expect(await getRun(scope, again.id)).toMatchObject({
      state: "done",
      result: { problems: { created: 1 } },
    });
    await expect(startImport(scope, upload.id, importOptions.parse({}))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("a file in no known shape, with no rows, or of no known type is refused with what to do", async () => {
    const scope = (await emptyProject()).as("curator");
    expect((await importFile(scope, lines({ a: 1 }))).run.error?.message).toMatch(/choose a shape/);
    expect((await importFile(scope, "id,problem\n", {}, "file.csv")).run.error?.message).toMatch(/no rows/);
    expect((await importFile(scope, "Hello!")).run.error?.message).toMatch(/neither JSONL, CSV nor Parquet/);
    expect((await importFile(scope, "{not json}\n{nor this}\n")).run.error?.message).toMatch(
      /Line 1: This isn't JSON/,
    );
  });
});

describe("keep going", () => {
  test("takes the good lines and reports each other one with its number and reason", async () => {
    const scope = (await emptyProject()).as("curator");
    const file = `${mixed}{nonsense\n${lines({ problem: "Who?", text: "Me." }, { ...rewarded, path_id: "t9" })}`;
    const { run, log } = await importFile(scope, file, { keepGoing: true });
    expect(run).toMatchObject({
      state: "done",
      result: {
        rows: 9,
        rejectedRows: 1,
        problems: { created: 1, rejected: 0 },
        paths: { created: 2, rejected: 1 },
        scores: { created: 2, rejected: 1 },
        pairs: { created: 1, rejected: 0 },
      },
    });
    expect(log.map(({ line }) => line)).toEqual([7, 8, 9]);
    expect(await counts(scope)).toMatchObject({
      problems: 1,
      paths: 2,
      scores: 2,
      pairs: 1,
      staged: 0,
      chunks: 0,
    });
  });

  test("keeps the first thousand messages of many, and counts them all", async () => {
    const scope = (await emptyProject()).as("curator");
    const { run } = await importFile(scope, `${mixed}${"{nonsense\n".repeat(1500)}`, { keepGoing: true });
    expect(run.result).toMatchObject({ rejectedRows: 1500 });
    const log = await readRunLog(scope, { run: run.id, cursor: 0, limit: 200 });
    expect(log.count).toBe(1001);
    const [last] = await sql()`SELECT message FROM run_log WHERE run_id = ${run.id} ORDER BY id DESC LIMIT 1`;
    expect(last).toEqual({ message: "500 more were rejected." });
  });
});
