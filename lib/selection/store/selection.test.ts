import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import type { TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { doRun } from "#lib/jobs/testing/killable.ts";
import { modelEarning, selectionRow as rowShape, selectionPreview, selectionRule } from "../contract.ts";
import { projectToSelect, startedSelection } from "../handlers/testing/paths-to-select.ts";
import { modelEarnings, setModelSize } from "./earnings.ts";
import { previewSelection } from "./preview.ts";
import { selectionRow, selectionRows } from "./rows.ts";
import { listSelections, removeSelection } from "./selections.ts";

testDatabase();

let project: TestProject;
let selectionId: number;
const rule = (part: object = {}) => selectionRule.parse(part);

beforeAll(async () => {
  project = await projectToSelect(5);
  const started = await startedSelection(project, { k: 3 });
  selectionId = started.selectionId;
  await doRun(started.runId);
}, 120_000);

describe("a preview", () => {
  test("finds what the run then keeps, and how that changes with k", async () => {
    const found = await previewSelection(project.as("lead"), rule({ k: 2 }));
    expect(selectionPreview.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      exact: true,
      looked: { problems: 5, paths: 30 },
      total: { problems: 5, paths: 30 },
    });
    expect(found.byK.slice(0, 4).map(({ kept }) => kept)).toEqual([5, 10, 15, 15]);
    expect(found.funnel).toEqual([
      { step: "All", paths: 30, problems: 5 },
      { step: "Verdict", paths: 20, problems: 5 },
      { step: "Whole", paths: 20, problems: 5 },
      { step: "Different reasoning", paths: 15, problems: 5 },
    ]);
  });

  test("refuses a scorer that has scored nothing, by its field", async () => {
    const gates = { critique: { scorer: "nobody", atLeast: 5 } };
    await expect(previewSelection(project.as("lead"), rule({ gates }))).rejects.toMatchObject({
      code: "invalid_input",
      place: { field: "rule.gates.critique" },
    });
  });
});

describe("rows", () => {
  test("come page by page, and by what became of them", async () => {
    const scope = project.as("lead");
    const first = await selectionRows(scope, { selection: selectionId, kept: true, limit: 10 });
    expect(rowShape.array().parse(first.items)).toEqual(first.items);
    expect(first.count).toBe(15);
    const cursor = first.nextCursor ?? 0;
    const second = await selectionRows(scope, { selection: selectionId, kept: true, limit: 10, cursor });
    expect(second.items).toHaveLength(5);
    expect(second.nextCursor).toBeNull();
    const duplicates = await selectionRows(scope, { selection: selectionId, reason: "duplicate", limit: 50 });
    expect(duplicates.items.map(({ model }) => model)).toEqual(Array.from({ length: 5 }, () => "large-70b"));
  });

  test("show a dropped path beside the nearest kept one", async () => {
    const scope = project.as("lead");
    const { items } = await selectionRows(scope, { selection: selectionId, reason: "duplicate", limit: 1 });
    const pathId = items[0]?.pathId ?? 0;
    const { path, nearest } = await selectionRow(scope, { selection: selectionId, path: pathId });
    expect(path).toMatchObject({ pathId, kept: false, reason: "duplicate" });
    expect(nearest).toMatchObject({ pathId: path.nearestId, kept: true });
  });

  test("of another project's selection are nothing", async () => {
    const other = await projectToSelect(1);
    const asked = selectionRows(other.as("lead"), { selection: selectionId, limit: 5 });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("earnings", () => {
  test("count paths, kept ones, and reasoning that nobody else has", async () => {
    const found = await modelEarnings(project.as("lead"), null);
    expect(modelEarning.array().parse(found)).toEqual(found);
    expect(found).toMatchObject([
      {
        model: "large-70b",
        billions: 70,
        billionsFrom: "name",
        sampled: 15,
        correct: 10,
        kept: 5,
        unique: 5,
        distinct: 10,
      },
      {
        model: "small-7b",
        billions: 7,
        billionsFrom: "name",
        sampled: 15,
        correct: 10,
        kept: 10,
        unique: 5,
        distinct: 10,
      },
    ]);
    expect(found[1]).toMatchObject({ tokens: 150, tokensEstimated: false, flops: 2 * 7e9 * 150 });
  });

  test("go by what a person says of a model's size", async () => {
    const scope = project.as("lead");
    await setModelSize(scope, { model: "small-7b", billions: 6.7 });
    expect((await modelEarnings(scope, null))[1]).toMatchObject({ billions: 6.7, billionsFrom: "person" });
    await setModelSize(scope, { model: "small-7b", billions: null });
    expect((await modelEarnings(scope, null))[1]).toMatchObject({ billions: 7, billionsFrom: "name" });
  });
});

test("a name is taken once, and removing a selection leaves its paths", async () => {
  await expect(startedSelection(project)).rejects.toMatchObject({
    code: "conflict",
    place: { field: "name" },
  });
  const spare = await startedSelection(project, {}, "spare");
  await doRun(spare.runId);
  const scope = project.as("lead");
  expect((await listSelections(scope)).map(({ name }) => name)).toEqual(["spare", "first"]);
  await removeSelection(scope, spare.selectionId);
  await expect(removeSelection(scope, spare.selectionId)).rejects.toMatchObject({ code: "not_found" });
  const [{ paths }] = await sql()<[{ paths: number }]>`
    SELECT count(*)::int AS paths FROM path WHERE project_id = ${project.id}`;
  expect(paths).toBe(30);
});
