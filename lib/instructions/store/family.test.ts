import { expect, test } from "vitest";
import { growingProject, growingRun, newCandidates, newProblem } from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { family as shape } from "../contract/candidates.ts";
import { makeInstructions } from "./accept.ts";
import { familyOf } from "./family.ts";

testDatabase();

test("an instruction's family names its parents in order, its run, model and prompt, and its own children", async () => {
  const { id, person } = await growingProject();
  const ann = await person("Ann");
  const [a, b] = [await newProblem(id, "A", { key: "a" }), await newProblem(id, "B", { key: "b" })];
  const run = await growingRun(id);
  const ids = await newCandidates(id, run, [{ text: "C", parents: ["b", "gone", "a"] }]);
  await sql().begin((tx) => makeInstructions(tx, id, ids));
  const [made] = await sql()<[{ id: number; key: string }]>`
    SELECT id, key FROM problem WHERE project_id = ${id} AND text = 'C'`;
  const child = await newProblem(id, "D", { parents: ["x", made.key] });
  const other = await growingProject();
  await newProblem(other.id, "not mine", { parents: [made.key, "b"] });

  const found = await familyOf(ann, made.id);
  expect(shape.parse(found)).toEqual(found);
  expect(found.lineage).toMatchObject({
    candidate: ids[0],
    method: "self_instruct",
    model: "model-x",
    promptVersion: 3,
    values: null,
    run: { id: run, kind: "instruct" },
  });
  expect(found.lineage?.parents.map((parent) => parent.id)).toEqual([b, a]);
  expect(found.children.map((one) => one.id)).toEqual([child]);
  expect(found.childCount).toBe(1);

  const seed = await familyOf(ann, b);
  expect(seed.lineage).toBeNull();
  expect(seed.children.map((one) => one.id)).toEqual([made.id]);
  await expect(familyOf(await other.person("Bob", "lead"), b)).rejects.toMatchObject({ code: "not_found" });
});

test("of many children the first fifty are named and all are counted", async () => {
  const { id, person } = await growingProject();
  const seed = await newProblem(id, "seed", { key: "s" });
  for (let n = 0; n < 53; n += 1) await newProblem(id, `child ${n}`, { parents: ["s"] });
  const found = await familyOf(await person("Ann"), seed);
  expect(found.children.map(({ text }) => text)).toEqual(Array.from({ length: 50 }, (_, n) => `child ${n}`));
  expect(found.childCount).toBe(53);
});
