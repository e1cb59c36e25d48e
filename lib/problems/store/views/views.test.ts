import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { mintScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { savedView } from "../../contract/views.ts";
import { listViews } from "./list.ts";
import { removeView } from "./remove.ts";
import { saveView } from "./save.ts";

testDatabase();

let project: TestProject;
let mine: ProjectScope;
let lead: ProjectScope;

async function another(role: "curator" | "lead"): Promise<ProjectScope> {
  const userId = crypto.randomUUID();
  const email = `${userId}@example.org`;
  await sql()`INSERT INTO "user" (id, name, email) VALUES (${userId}, 'Another', ${email})`;
  const actor = { userId, name: "Another", email, isOwner: false, by: "session" } as const;
  return mintScope({ id: project.id, slug: mine.slug }, role, actor);
}

beforeEach(async () => {
  project = await emptyProject();
  mine = project.as("curator");
  lead = await another("lead");
});

const save = (scope: ProjectScope, name: string, search: string) =>
  saveView(scope, { room: "problems", name, search });
const searches = async () =>
  (await listViews(mine, "problems")).map(({ name, search }) => `${name}: ${search}`);

describe("saved views", () => {
  test("are the room's, by name, and say whose they are", async () => {
    await save(mine, "tests", "split=test");
    await save(lead, "hard", "difficulty=hard");
    await saveView(mine, { room: "candidates", name: "dropped", search: "state=dropped" });
    const views = await listViews(mine, "problems");
    expect(savedView.array().parse(views)).toEqual(views);
    expect(views.map(({ name, by, mine }) => [name, by, mine])).toEqual([
      ["hard", "Another", false],
      ["tests", "Someone", true],
    ]);
    expect((await listViews(lead, "candidates")).map(({ name, mine }) => [name, mine])).toEqual([
      ["dropped", false],
    ]);
  });

  test("saved again under a name replace one's own, and a lead's replace anybody's", async () => {
    const first = await save(mine, "tests", "split=test");
    expect(savedView.parse(first)).toEqual(first);
    expect((await save(mine, "tests", "split=train")).id).toBe(first.id);
    expect(await searches()).toEqual(["tests: split=train"]);
    expect(await save(lead, "tests", "q=x")).toMatchObject({ id: first.id, by: "Another", mine: true });
    await expect(save(mine, "tests", "q=y")).rejects.toMatchObject({
      code: "conflict",
      place: { field: "name" },
    });
    expect(await searches()).toEqual(["tests: q=x"]);
  });

  test("go by whoever saved them or by a lead; one that is gone is no error", async () => {
    const { id } = await save(mine, "tests", "split=test");
    await expect(removeView(await another("curator"), id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await removeView(lead, id)).toBe(true);
    expect(await removeView(lead, id)).toBe(false);
    const own = await save(mine, "mine", "");
    expect(await removeView(mine, own.id)).toBe(true);
    expect(await searches()).toEqual([]);
    const actions = await sql()`SELECT action FROM audit_entry WHERE project_id = ${project.id} ORDER BY id`;
    expect(actions.map((row) => row["action"])).toEqual([
      "view.save",
      "view.remove",
      "view.save",
      "view.remove",
    ]);
  });

  test("stay behind their project's wall", async () => {
    const other = (await emptyProject()).as("lead");
    const theirs = await save(other, "theirs", "q=secret");
    expect(await searches()).toEqual([]);
    expect(await removeView(lead, theirs.id)).toBe(false);
    expect(await listViews(other, "problems")).toHaveLength(1);
  });
});
