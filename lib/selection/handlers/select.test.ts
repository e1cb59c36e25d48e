import { expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { doRun, doRunUntilKilled } from "#lib/jobs/testing/killable.ts";
import { seeded } from "#lib/statistics/seeded.ts";
import { selectionCounts } from "../contract.ts";
import { getSelection } from "../store/selections.ts";
import { projectToSelect, selectedRows, startedSelection } from "./testing/paths-to-select.ts";

testDatabase();

test("every path of the rule is decided on, with its reason and the nearest kept one", async () => {
  const project = await projectToSelect(2);
  const { runId, selectionId } = await startedSelection(project, { k: 2 });
  await doRun(runId);
  const rows = await selectedRows(selectionId);
  expect(rows.slice(0, 6)).toMatchObject([
    { key: "p1/0", kept: true, reason: "first", place: 0 },
    { key: "p1/1", kept: false, reason: "duplicate", nearest: "p1/0" },
    { key: "p1/2", kept: false, reason: "crowded" },
    { key: "p1/3", kept: true, reason: "most_distant", place: 1, nearest: "p1/0" },
    { key: "p1/4", kept: false, reason: "verdict" },
    { key: "p1/5", kept: false, reason: "verdict" },
  ]);
  const selection = await getSelection(project.as("lead"), selectionId);
  expect(selection.ready).toBe(true);
  expect(selectionCounts.parse(selection.counts)).toMatchObject({
    problems: 2,
    covered: 2,
    considered: 12,
    kept: 4,
    dropped: { duplicate: 2, crowded: 2, verdict: 4 },
  });
});

test("ranks and critiques are those of the named scorers, and a path without them doesn't pass", async () => {
  const project = await projectToSelect(1);
  const score = (key: string, kind: string, scorer: string, value: number) => sql()`
    INSERT INTO score (project_id, path_id, scorer, kind, value)
    SELECT ${project.id}, id, ${scorer}, ${kind}::score_kind, ${value} FROM path WHERE project_id = ${project.id} AND key = ${key}`;
  await score("p1/0", "critique", "judge v1", 4);
  await score("p1/2", "critique", "judge v1", 9);
  await score("p1/3", "critique", "other v1", 9);
  await score("p1/2", "reward", "rm v1", 0.1);
  await score("p1/4", "reward", "rm v1", 0.7);
  const gates = {
    critique: { scorer: "judge v1", atLeast: 7 },
    reward: { scorer: "rm v1", rankAtMost: 2 },
  };
  const { runId, selectionId } = await startedSelection(project, { gates });
  await doRun(runId);
  const rows = await selectedRows(selectionId);
  expect(rows.map(({ reason }) => reason)).toEqual([
    "critique",
    "critique",
    "all_kept",
    "critique",
    "verdict",
    "verdict",
  ]);
});

test("a run that is killed at random moments comes to the same selection", async () => {
  const project = await projectToSelect(600);
  const undisturbed = await startedSelection(project, { k: 2 }, "undisturbed");
  await doRun(undisturbed.runId);
  const wanted = await selectedRows(undisturbed.selectionId);
  expect(wanted).toHaveLength(3600);

  const harsh = await startedSelection(project, { k: 2 }, "harsh");
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = seeded(seed);
  const written = async () => {
    const [{ rows }] = await sql()<[{ rows: number }]>`
      SELECT count(*)::int AS rows FROM selection_path WHERE selection_id = ${harsh.selectionId}`;
    return rows;
  };
  for (let at = 0; at < 5; at += 1) {
    const from = await written();
    const reached = async () => (await written()) > from || from === 0;
    const killed = await doRunUntilKilled(harsh.runId, { reached, milliseconds: random() * 30 });
    expect(killed, `killed in attempt ${at} (seed ${seed})`).toBe(true);
  }
  await doRun(harsh.runId);
  expect(await selectedRows(harsh.selectionId), `seed ${seed}`).toEqual(wanted);
  const counts = async (id: number) => (await getSelection(project.as("lead"), id)).counts;
  expect(await counts(harsh.selectionId)).toEqual(await counts(undisturbed.selectionId));
}, 120_000);
