import { describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, sha256 } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import type { Segment } from "#lib/formats/segments.ts";
import type { Template } from "../contract/variation.ts";
import { seedProgram, varyingSeeds } from "./seed-programs.ts";
import { startVary } from "./start-vary.ts";
import { saveTemplate } from "./templates.ts";

testDatabase();

const LAST = 2_147_483_647;

async function addProblem(
  projectId: number,
  part: {
    solution?: string;
    split?: "train" | "test";
    origin?: "seed" | "generated";
    answer?: string | null;
  } = {},
): Promise<number> {
  const text = `What is 17 + 5, ${crypto.randomUUID()}?`;
  const { solution = null, split = "train", origin = "seed", answer = "22" } = part;
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO problem (project_id, key, text, text_hash, answer, solution, split, origin)
    VALUES (${projectId}, ${crypto.randomUUID()}, ${text}, ${sha256(text)}, ${answer}, ${solution}, ${split}, ${origin})
    RETURNING id`;
  return row.id;
}

async function addPath(
  projectId: number,
  problemId: number,
  code: string,
  part: { model?: string; verdict?: string; kind?: string; outcome?: string } = {},
): Promise<void> {
  const segments: Segment[] = [{ type: "code", content: code }];
  const { model = null, verdict = "correct", kind = "pot", outcome = null } = part;
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash, verdict, execution_outcome)
    VALUES (${projectId}, ${problemId}, ${crypto.randomUUID()}, ${kind}, ${model}, ${sql().json([...segments])},
      ${crypto.randomUUID()}, ${verdict}, ${outcome})`;
}

const FENCED = "It is 22.\n\n```python\nprint(17 + 5)\n```";
const template: Template = { statement: "s", program: "p", parameters: [], constraints: ["a < b"] };

describe("a seed's program", () => {
  test("is that of its solution, else of its best correct path: a person's, then one that was reproduced", async () => {
    const { id: projectId } = await emptyProject();
    const id = await addProblem(projectId);
    const programNow = async () => (await seedProgram({ projectId }, id)).program;
    expect(await programNow()).toBeNull();
    await addPath(projectId, id, "print(1)", { model: "m", verdict: "incorrect" });
    await addPath(projectId, id, "print(2)", { model: "m", kind: "mixed" });
    expect(await programNow()).toBeNull();
    await addPath(projectId, id, "print(3)", { model: "m" });
    expect(await programNow()).toBe("print(3)");
    await addPath(projectId, id, "print(4)", { model: "m", outcome: "reproduced" });
    expect(await programNow()).toBe("print(4)");
    await addPath(projectId, id, "print(5)");
    expect(await programNow()).toBe("print(5)");
    await sql()`UPDATE problem SET solution = ${FENCED} WHERE id = ${id}`;
    expect(await programNow()).toBe("print(17 + 5)");
  });

  test("is behind the wall of its project", async () => {
    const [here, there] = [await emptyProject(), await emptyProject()];
    const id = await addProblem(there.id, { solution: FENCED });
    await expect(seedProgram({ projectId: here.id }, id)).rejects.toThrow(/no such problem/);
  });
});

describe("seeds that may vary", () => {
  test("are those of the train split with an answer and a program, by id, that were there when the run began", async () => {
    const { id: projectId } = await emptyProject();
    const first = await addProblem(projectId, { solution: FENCED });
    await addProblem(projectId, { solution: FENCED, split: "test" });
    await addProblem(projectId, { solution: FENCED, origin: "generated" });
    await addProblem(projectId, { solution: FENCED, answer: null });
    const bare = await addProblem(projectId);
    const path = await addProblem(projectId);
    await addPath(projectId, path, "print(22)");
    expect(await varyingSeeds(projectId, null, LAST)).toEqual([first, path]);
    expect(await varyingSeeds(projectId, null, bare)).toEqual([first]);
    expect(await varyingSeeds(projectId, [path, bare], LAST)).toEqual([bare, path]);
  });
});

describe("starting a run", () => {
  const wish = { problems: null, perSeed: 5, tries: 50, stem: false, seed: 1 };
  const filter = {
    thresholds: { "rouge-l": null, lcs: null, "jaccard-words": null, "jaccard-chars": null },
    gates: { minWords: 3, maxWords: 400, language: "any" as const, contamination: 0.6 },
  };

  test("leaves an audit entry, and is refused where nothing can vary or a problem is none of its seeds", async () => {
    const project = await emptyProject();
    const scope = project.as("curator");
    await expect(startVary(scope, { ...wish, ...filter })).rejects.toThrow(/No seed can vary yet/);
    const id = await addProblem(project.id, { solution: FENCED });
    const tested = await addProblem(project.id, { solution: FENCED, split: "test" });
    await expect(startVary(scope, { ...wish, ...filter, problems: [id, tested] })).rejects.toThrow(
      /train split/,
    );
    const run = await startVary(scope, { ...wish, ...filter, problems: [id] });
    expect(run).toMatchObject({ kind: "vary", parameters: { problems: [id], lastProblem: tested } });
    const audit = await sql()`SELECT target FROM audit_entry
      WHERE project_id = ${project.id} AND action = 'instructions.vary'`;
    expect(audit).toEqual([{ target: `run ${run.id}` }]);
  });
});

describe("saving a template", () => {
  test("counts versions up, says who did it, and refuses a version that isn't the newest", async () => {
    const project = await emptyProject();
    const scope = project.as("curator");
    const id = await addProblem(project.id, { solution: FENCED });
    const save = (version: number, constraints: string[]) =>
      saveTemplate(scope, {
        problem: id,
        problemVersion: 1,
        version,
        template: { ...template, constraints },
      });
    await save(0, ["a < b"]);
    expect(await seedProgram(scope, id)).toMatchObject({
      savedVersion: 1,
      saved: { constraints: ["a < b"] },
    });
    await save(1, ["b < a"]);
    for (const version of [0, 1, 3])
      await expect(save(version, [])).rejects.toThrow(/Someone else has saved/);
    expect(await seedProgram(scope, id)).toMatchObject({
      savedVersion: 2,
      saved: { constraints: ["b < a"] },
    });
    const audit = await sql()`SELECT action, actor_id FROM audit_entry WHERE project_id = ${project.id}`;
    expect(audit).toEqual(
      Array.from({ length: 2 }, () => ({ action: "template.save", actorId: scope.actor.userId })),
    );
  });

  test("of two at once keeps one", async () => {
    const project = await emptyProject();
    const id = await addProblem(project.id, { solution: FENCED });
    const saves = [1, 2, 3].map((n) =>
      saveTemplate(project.as("curator"), {
        problem: id,
        problemVersion: 1,
        version: 0,
        template: { ...template, constraints: [`a < ${n}`] },
      }),
    );
    const settled = await Promise.allSettled(saves);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("of another project's problem is refused", async () => {
    const [here, there] = [await emptyProject(), await emptyProject()];
    const id = await addProblem(there.id, { solution: FENCED });
    const save = saveTemplate(here.as("curator"), { problem: id, problemVersion: 1, version: 0, template });
    await expect(save).rejects.toThrow();
    expect(await sql()`SELECT FROM variation_template WHERE problem_id = ${id}`).toHaveLength(0);
  });
});
