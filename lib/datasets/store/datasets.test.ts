import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import {
  type DatasetFilter,
  dataset as datasetShape,
  datasetVersion,
  dpoFilter,
  sftFilter,
} from "../contract.ts";
import { createDataset, getDataset, listDatasets, updateDataset } from "./datasets.ts";
import { startFreeze } from "./freeze.ts";
import { getVersion } from "./versions.ts";

testDatabase();
afterAll(async () => {
  await closeSender();
  await closeDatabase();
});

const sft: DatasetFilter = sftFilter.parse({ kind: "sft" });
const dpo: DatasetFilter = dpoFilter.parse({ kind: "dpo", choice: "either" });
let scope: ProjectScope;
let elsewhere: ProjectScope;
beforeEach(async () => {
  scope = (await emptyProject()).as("lead");
  elsewhere = (await emptyProject()).as("lead");
});

describe("a dataset", () => {
  test("is made with its filter, and listed by name with what there is of versions", async () => {
    const gold = await createDataset(scope, { name: "gold", filter: dpo });
    await createDataset(scope, { name: "all", filter: sft });
    expect(datasetShape.parse(gold)).toEqual(gold);
    expect(gold).toMatchObject({ kind: "dpo", filter: dpo, version: 1, latest: null, versionCount: 0 });
    const { number, run } = await startFreeze(scope, gold.id);
    const list = await listDatasets(scope);
    expect(list.map(({ name }) => name)).toEqual(["all", "gold"]);
    expect(list[1]).toMatchObject({
      versionCount: 1,
      latest: { number: 1, state: "freezing", runId: run.id, manifest: null },
    });
    expect(await getVersion(scope, gold.id, number)).toEqual(list[1]?.latest);
    expect(await listDatasets(elsewhere)).toEqual([]);
  });

  test("has a name of its own in its project", async () => {
    const gold = await createDataset(scope, { name: "gold", filter: dpo });
    const other = await createDataset(scope, { name: "other", filter: dpo });
    const taken = { code: "conflict", place: { field: "name" } };
    await expect(createDataset(scope, { name: "gold", filter: sft })).rejects.toMatchObject(taken);
    await expect(updateDataset(scope, { dataset: other.id, version: 1, name: "gold" })).rejects.toMatchObject(
      taken,
    );
    await createDataset(elsewhere, { name: "gold", filter: sft });
    expect((await getDataset(scope, gold.id)).version).toBe(1);
  });

  test("is changed by whoever saw it as it is, and keeps its kind", async () => {
    const { id } = await createDataset(scope, { name: "gold", filter: dpo });
    const filter: DatasetFilter = { ...dpoFilter.parse({ kind: "dpo" }), perProblem: 2 };
    expect(await updateDataset(scope, { dataset: id, version: 1, filter })).toMatchObject({
      name: "gold",
      filter,
      version: 2,
    });
    expect(await updateDataset(scope, { dataset: id, version: 2, name: "silver" })).toMatchObject({
      name: "silver",
      filter,
      version: 3,
    });
    await expect(updateDataset(scope, { dataset: id, version: 2, name: "late" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(updateDataset(scope, { dataset: id, version: 3, filter: sft })).rejects.toMatchObject({
      code: "invalid_input",
      place: { field: "filter.kind" },
    });
    await expect(updateDataset(elsewhere, { dataset: id, version: 3, name: "mine" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(getDataset(elsewhere, id)).rejects.toMatchObject({ code: "not_found" });
    expect(
      await sql()`SELECT action, target FROM audit_entry WHERE project_id = ${scope.projectId} ORDER BY id`,
    ).toEqual([
      { action: "dataset.create", target: "gold" },
      { action: "dataset.update", target: "gold" },
      { action: "dataset.update", target: "gold" },
    ]);
  });

  test("gets its versions numbered in order, however many freeze it at once", async () => {
    const { id } = await createDataset(scope, { name: "gold", filter: dpo });
    const made = await Promise.all(Array.from({ length: 5 }, () => startFreeze(scope, id)));
    expect(made.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5]);
    const { versions } = await getDataset(scope, id);
    expect(versions.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
    for (const version of versions) expect(datasetVersion.parse(version)).toEqual(version);
    await expect(startFreeze(elsewhere, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getVersion(elsewhere, id, 1)).rejects.toMatchObject({ code: "not_found" });
  });

  test("shows a version as failed once its run has ended without it", async () => {
    const { id } = await createDataset(scope, { name: "gold", filter: dpo });
    const { run } = await startFreeze(scope, id);
    await sql()`UPDATE run SET state = 'cancelled' WHERE id = ${run.id}`;
    expect(await getVersion(scope, id, 1)).toMatchObject({ state: "failed", manifest: null });
  });
});
