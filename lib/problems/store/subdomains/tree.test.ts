import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { addProblems, makeSubdomain, treeLines } from "#lib/cli/testing/subdomains.ts";
import { sql } from "#lib/db.ts";
import { subdomainList } from "../../contract/subdomains.ts";
import { saveView } from "../views/save.ts";
import { createSubdomain } from "./create.ts";
import { listSubdomains } from "./list.ts";
import { updateSubdomain } from "./update.ts";

testDatabase();

let scope: ProjectScope;

beforeEach(async () => {
  scope = (await emptyProject()).as("curator");
});

const make = (name: string, parentId: number | null = null, problems = 0, of = scope) =>
  makeSubdomain(of, name, parentId, problems);
const tree = (of = scope) => treeLines(of);

const audit = () => sql()`
  SELECT action, target, detail, actor_id FROM audit_entry WHERE project_id = ${scope.projectId} ORDER BY id`;

describe("the tree of sub-domains", () => {
  test("counts each one's own problems, its seeds, and those of all below it", async () => {
    const algebra = await make("Algebra", null, 4);
    const linear = await make("Linear", algebra, 3);
    await make("Matrices", linear, 2);
    await make("Groups", algebra, 1);
    await make("Calculus", null, 0);
    await addProblems(scope.projectId, null, 6);
    await make("Elsewhere", null, 5, (await emptyProject()).as("lead"));
    const list = await listSubdomains(scope);
    expect(subdomainList.parse(list)).toEqual(list);
    expect(list.unclassified).toBe(6);
    expect(await tree()).toEqual([
      "Algebra 4/10",
      "Calculus 0/0",
      "Groups < Algebra 1/1",
      "Linear < Algebra 3/5",
      "Matrices < Linear 2/2",
    ]);
    expect(list.subdomains.map(({ seeds }) => seeds)).toEqual([3, 0, 1, 2, 2]);
  });

  test("of an empty project is empty", async () => {
    expect(await listSubdomains(scope)).toEqual({ subdomains: [], unclassified: 0 });
  });

  test("is listed even if a circle got into it", async () => {
    const [a, b] = [await make("A", null, 1), await make("B", null, 2)];
    await sql()`UPDATE subdomain SET parent_id = CASE id WHEN ${a} THEN ${b}::int ELSE ${a}::int END WHERE id IN (${a}, ${b})`;
    expect(await tree()).toEqual(["A < B 1/3", "B < A 2/3"]);
  });
});

describe("making one", () => {
  test("puts it where it is said, and writes it down", async () => {
    const parentId = await make("Algebra");
    expect(await createSubdomain(scope, { name: "Groups", parentId })).toMatchObject({
      name: "Groups",
      parentId,
      problems: 0,
      within: 0,
    });
    expect((await audit())[1]).toEqual({
      action: "subdomain.create",
      target: "Groups",
      detail: { parentId },
      actorId: scope.actor.userId,
    });
  });

  test("needs a name that is free in this project", async () => {
    await make("Algebra", null, 0, (await emptyProject()).as("lead"));
    await make("Algebra");
    await expect(createSubdomain(scope, { name: "Algebra", parentId: null })).rejects.toMatchObject({
      code: "conflict",
      place: { field: "name" },
    });
  });

  test("below another project's sub-domain is refused", async () => {
    const theirs = await make("Theirs", null, 0, (await emptyProject()).as("lead"));
    await expect(createSubdomain(scope, { name: "Mine", parentId: theirs })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await tree()).toEqual([]);
  });
});

describe("renaming and moving", () => {
  test("changes only what is named, and writes down what was before", async () => {
    const [algebra, calculus] = [await make("Algebra", null, 2), await make("Calculus")];
    const groups = await make("Groups", algebra, 1);
    expect(await updateSubdomain(scope, { subdomain: groups, name: "Group theory" })).toMatchObject({
      name: "Group theory",
      parentId: algebra,
      problems: 1,
    });
    expect(await updateSubdomain(scope, { subdomain: groups, parentId: calculus })).toMatchObject({
      name: "Group theory",
      parentId: calculus,
    });
    await updateSubdomain(scope, { subdomain: groups, parentId: null });
    expect(await tree()).toEqual(["Algebra 2/2", "Calculus 0/0", "Group theory 1/1"]);
    const last = (await audit()).at(-1);
    expect(last).toMatchObject({ action: "subdomain.update", target: "Group theory" });
    expect(last?.["detail"]).toMatchObject({ parentId: null, before: { parentId: calculus } });
  });

  test("to what it is already writes nothing", async () => {
    const algebra = await make("Algebra");
    await updateSubdomain(scope, { subdomain: algebra, name: "Algebra", parentId: null });
    expect(await audit()).toHaveLength(1);
  });

  test("to a taken name is a conflict that says how to merge, and nothing changes", async () => {
    const [, two] = [await make("Algebra"), await make("algebra 2")];
    await expect(updateSubdomain(scope, { subdomain: two, name: "Algebra" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("merge"),
      place: { field: "name" },
    });
    expect(await tree()).toEqual(["Algebra 0/0", "algebra 2 0/0"]);
  });

  test("takes saved views and datasets along that filter by its name", async () => {
    const algebra = await make("Algebra");
    for (const [name, search] of [
      ["mine", "subdomain=Algebra&split=test"],
      ["other", "subdomain=Geometry"],
    ] as const)
      await saveView(scope, { room: "problems", name, search });
    await sql()`INSERT INTO dataset (project_id, name, kind, filter)
      VALUES (${scope.projectId}, 'one', 'sft', '{"kind": "sft", "subdomain": "Algebra"}'),
        (${scope.projectId}, 'two', 'sft', '{"kind": "sft"}')`;
    await updateSubdomain(scope, { subdomain: algebra, name: "Álgebra & co" });
    const views =
      await sql()`SELECT search FROM saved_view WHERE project_id = ${scope.projectId} ORDER BY name`;
    expect(views.map((view) => view["search"])).toEqual([
      "subdomain=%C3%81lgebra+%26+co&split=test",
      "subdomain=Geometry",
    ]);
    expect(
      await sql()`SELECT filter, version FROM dataset WHERE project_id = ${scope.projectId} ORDER BY name`,
    ).toEqual([
      { filter: { kind: "sft", subdomain: "Álgebra & co" }, version: 2 },
      { filter: { kind: "sft" }, version: 1 },
    ]);
  });

  test("below itself or below what is below it is refused", async () => {
    const a = await make("A");
    const b = await make("B", a);
    const c = await make("C", b);
    for (const parentId of [a, b, c]) {
      await expect(updateSubdomain(scope, { subdomain: a, parentId })).rejects.toMatchObject({
        code: "conflict",
        place: { field: "parentId" },
      });
    }
    expect(await tree()).toEqual(["A 0/0", "B < A 0/0", "C < B 0/0"]);
  });

  test("by several people at once never ties a circle", async () => {
    const ids = [await make("A"), await make("B"), await make("C"), await make("D")];
    const moves = ids.map((subdomain, at) =>
      updateSubdomain(scope, { subdomain, parentId: ids[(at + 1) % ids.length] ?? null }),
    );
    const outcomes = await Promise.allSettled(moves);
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
    const parents = new Map(
      (await listSubdomains(scope)).subdomains.map(({ id, parentId }) => [id, parentId]),
    );
    for (const id of ids) {
      let [at, steps]: [number | null, number] = [id, 0];
      for (; at !== null && steps < 10; steps += 1) at = parents.get(at) ?? null;
      expect(steps).toBeLessThanOrEqual(4);
    }
  });

  test("reaches no other project's row, neither as what moves nor as where to", async () => {
    const other = (await emptyProject()).as("lead");
    const theirs = await make("Theirs", null, 0, other);
    const mine = await make("Mine");
    await expect(updateSubdomain(scope, { subdomain: theirs, name: "Taken" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(updateSubdomain(scope, { subdomain: mine, parentId: theirs })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await tree(other)).toEqual(["Theirs 0/0"]);
  });
});
