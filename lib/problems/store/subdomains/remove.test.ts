import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { addProblems, makeSubdomain, treeLines } from "#lib/cli/testing/subdomains.ts";
import { sql } from "#lib/db.ts";
import { saveView } from "../views/save.ts";
import { listSubdomains } from "./list.ts";
import { removeSubdomain } from "./remove.ts";

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

describe("removing", () => {
  test("hands problems and branches to the parent where nothing is said", async () => {
    const algebra = await make("Algebra", null, 1);
    const linear = await make("Linear", algebra, 3);
    await make("Matrices", linear, 2);
    expect(await removeSubdomain(scope, { subdomain: linear })).toEqual({ moved: 3 });
    expect(await tree()).toEqual(["Algebra 4/6", "Matrices < Algebra 2/2"]);
    expect((await audit()).at(-1)).toMatchObject({
      action: "subdomain.remove",
      target: "Linear",
      detail: { into: "Algebra", moved: 3 },
    });
    const versions = await sql()`
      SELECT problem_version.version, fields ->> 'subdomain' AS subdomain, cause, count(*)::int
      FROM problem_version JOIN problem ON problem.id = problem_id AND project_id = ${scope.projectId}
      GROUP BY 1, 2, 3 ORDER BY 1`;
    expect(versions).toEqual([
      { version: 1, subdomain: "Linear", cause: "import", count: 3 },
      { version: 2, subdomain: "Algebra", cause: "bulk", count: 3 },
    ]);
  });

  test("of a root leaves problems unclassified and branches at the top, as does naming nothing to go to", async () => {
    const algebra = await make("Algebra", null, 2);
    const linear = await make("Linear", algebra, 3);
    await make("Matrices", linear, 1);
    await removeSubdomain(scope, { subdomain: linear, into: null });
    await removeSubdomain(scope, { subdomain: algebra });
    expect(await tree()).toEqual(["Matrices 1/1"]);
    expect((await listSubdomains(scope)).unclassified).toBe(5);
  });

  test("into another one merges the two, with what filters by its name", async () => {
    const [algebra, twice] = [await make("Algebra", null, 2), await make("algebra", null, 3)];
    await make("Groups", twice, 1);
    await saveView(scope, { room: "problems", name: "mine", search: "subdomain=algebra" });
    expect(await removeSubdomain(scope, { subdomain: twice, into: algebra })).toEqual({ moved: 3 });
    expect(await tree()).toEqual(["Algebra 5/6", "Groups < Algebra 1/1"]);
    const [view] = await sql()`SELECT search FROM saved_view WHERE project_id = ${scope.projectId}`;
    expect(view?.["search"]).toBe("subdomain=Algebra");
  });

  test("into one that stands below it leaves no circle", async () => {
    const top = await make("Top");
    const gone = await make("Gone", top, 1);
    const child = await make("Child", gone, 1);
    const target = await make("Target", child, 1);
    await removeSubdomain(scope, { subdomain: gone, into: target });
    expect(await tree()).toEqual(["Child < Target 1/1", "Target < Top 2/3", "Top 0/3"]);
  });

  test("takes along problems in the bin, so that they come back to where the others went", async () => {
    const [from, to] = [await make("From", null, 1), await make("To")];
    const [bin] = await sql()<[{ id: number }]>`INSERT INTO project (slug, name, bin_of_id)
      VALUES (${`${scope.slug}~bin`}, 'bin', ${scope.projectId}) RETURNING id`;
    await addProblems(bin.id, from, 2);
    expect(await removeSubdomain(scope, { subdomain: from, into: to })).toEqual({ moved: 1 });
    const rows = await sql()`SELECT subdomain_id FROM problem WHERE project_id = ${bin.id}`;
    expect(rows.map((row) => row["subdomainId"])).toEqual([to, to]);
  });

  test("takes along candidates that were asked for it", async () => {
    const [from, to] = [await make("From"), await make("To")];
    await sql()`
      WITH growing AS (INSERT INTO run (project_id, kind) VALUES (${scope.projectId}, 'instruct') RETURNING id)
      INSERT INTO candidate (project_id, run_id, slot, place, method, text, text_hash, subdomain_id, state)
      SELECT ${scope.projectId}, id, 0, 0, 'self_instruct', 'Grown', 'Grown', ${from}, 'accepted' FROM growing`;
    await removeSubdomain(scope, { subdomain: from, into: to });
    const [candidate] = await sql()`SELECT subdomain_id FROM candidate WHERE project_id = ${scope.projectId}`;
    expect(candidate?.["subdomainId"]).toBe(to);
  });

  test("into itself, or into another project's, is refused and changes nothing", async () => {
    const mine = await make("Mine", null, 1);
    const theirs = await make("Theirs", null, 0, (await emptyProject()).as("lead"));
    await expect(removeSubdomain(scope, { subdomain: mine, into: mine })).rejects.toMatchObject({
      code: "invalid_input",
      place: { field: "into" },
    });
    await expect(removeSubdomain(scope, { subdomain: mine, into: theirs })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(removeSubdomain(scope, { subdomain: theirs })).rejects.toMatchObject({ code: "not_found" });
    expect(await tree()).toEqual(["Mine 1/1"]);
  });
});
