import { expect, test } from "vitest";
import { growingProject, growingRun, newCandidates, newProblem } from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sha256 } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { makeInstructions } from "./accept.ts";

testDatabase();

const make = (projectId: number, ids: readonly number[]) =>
  sql().begin((tx) => makeInstructions(tx, projectId, ids));

const candidates = (runId: number) => sql()`
  SELECT id, state, reason, detail, problem_id FROM candidate WHERE run_id = ${runId} ORDER BY id`;

const problems = (projectId: number) => sql()`
  SELECT id, key, text, origin, split, parents, answer, solution,
    (SELECT name FROM subdomain WHERE id = subdomain_id) AS subdomain
  FROM problem WHERE project_id = ${projectId} ORDER BY id`;

test("an accepted candidate becomes a generated problem with its answer, solution, field and parents", async () => {
  const { id } = await growingProject();
  const run = await growingRun(id);
  const [one] = await newCandidates(id, run, [
    { text: "1 + 1?", answer: "2", solution: "Count.", subdomain: "sums", parents: ["b", "a"] },
  ]);
  await make(id, [one ?? 0]);
  const [made] = await problems(id);
  expect(made).toMatchObject({
    key: `p-${sha256("1 + 1?").slice(0, 16)}`,
    text: "1 + 1?",
    origin: "generated",
    split: "train",
    parents: ["b", "a"],
    answer: "2",
    solution: "Count.",
    subdomain: "sums",
  });
  expect(await candidates(run)).toEqual([
    expect.objectContaining({ state: "accepted", problemId: made?.["id"] }),
  ]);
});

test("instructions come in the order of their candidates, once, however often they are made", async () => {
  const { id } = await growingProject();
  const run = await growingRun(id);
  const texts = Array.from({ length: 50 }, (_, n) => `How many are ${n}?`);
  const ids = await newCandidates(
    id,
    run,
    texts.map((text) => ({ text })),
  );
  await make(id, ids.toReversed());
  await make(id, ids);
  expect((await problems(id)).map(({ text }) => text)).toEqual(texts);
});

test("a dropped candidate, and one of another project, is left alone", async () => {
  const [here, there] = [await growingProject(), await growingProject()];
  const [run, other] = [await growingRun(here.id), await growingRun(there.id)];
  const mine = await newCandidates(here.id, run, [{ text: "a", state: "dropped", reason: "similar" }]);
  const theirs = await newCandidates(there.id, other, [{ text: "b" }]);
  await make(here.id, [...mine, ...theirs]);
  expect(await problems(here.id)).toEqual([]);
  expect(await problems(there.id)).toEqual([]);
  expect(await candidates(other)).toEqual([expect.objectContaining({ state: "accepted", problemId: null })]);
});

test("a text that is a problem already makes a dropped duplicate, and so does the second of one text", async () => {
  const { id } = await growingProject();
  const seed = await newProblem(id, "known", { key: "k" });
  const run = await growingRun(id);
  const ids = await newCandidates(id, run, [{ text: "new" }, { text: "known" }, { text: "new" }]);
  await make(id, ids);
  const made = (await problems(id)).find(({ text }) => text === "new")?.["id"];
  expect(await candidates(run)).toEqual([
    expect.objectContaining({ state: "accepted", reason: null, problemId: made }),
    expect.objectContaining({ state: "dropped", reason: "duplicate", problemId: null }),
    expect.objectContaining({ state: "dropped", reason: "duplicate", problemId: null }),
  ]);
  const details = (await candidates(run)).map(({ detail }) => detail);
  expect(details).toEqual([
    null,
    `Problem ${seed} has the same statement.`,
    `Problem ${made} has the same statement.`,
  ]);
});

test("a child of a problem of the test split is of the test split", async () => {
  const { id } = await growingProject();
  await newProblem(id, "kept for tests", { key: "t", split: "test" });
  await newProblem(id, "for training", { key: "s" });
  const run = await growingRun(id);
  await make(
    id,
    await newCandidates(id, run, [
      { text: "of both", parents: ["s", "t"] },
      { text: "of one", parents: ["s"] },
    ]),
  );
  const made = (await problems(id)).filter(({ origin }) => origin === "generated");
  expect(made.map(({ split }) => split)).toEqual(["test", "train"]);
});

test("a key that another problem has is made longer", async () => {
  const { id } = await growingProject();
  const hash = sha256("crowded");
  await newProblem(id, "another", { key: `p-${hash.slice(0, 16)}` });
  const run = await growingRun(id);
  await make(id, await newCandidates(id, run, [{ text: "crowded" }]));
  expect((await problems(id)).map(({ key }) => key)).toEqual([`p-${hash.slice(0, 16)}`, `p-${hash}`]);
});

test("runs that make the same texts at the same time, in any order, make each problem once", async () => {
  const { id } = await growingProject();
  const texts = Array.from({ length: 40 }, (_, n) => `Number ${n}?`);
  const runs = await Promise.all([1, 2, 3, 4].map(() => growingRun(id)));
  const ids = await Promise.all(
    runs.map((run, place) =>
      newCandidates(
        id,
        run,
        (place % 2 ? texts.toReversed() : texts).map((text) => ({ text })),
      ),
    ),
  );
  await Promise.all(ids.map((each) => make(id, each)));
  expect(await problems(id)).toHaveLength(40);
  const rows = (await Promise.all(runs.map(candidates))).flat();
  expect(rows.filter(({ state }) => state === "accepted")).toHaveLength(40);
  expect(rows.filter(({ reason }) => reason === "duplicate")).toHaveLength(120);
});
