import { sql } from "#lib/db.ts";
import { throwAwayModel } from "./models.ts";
import type { Input } from "./operation-input.ts";

/** A scorer of the project that has scored one path, made for one call. */
async function throwAwayScorer(projectId: number, pathId: number): Promise<{ id: number; name: string }> {
  const name = crypto.randomUUID();
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO scorer (project_id, name, kind, source, title, weights)
    VALUES (${projectId}, ${name}, 'critique', 'trained', ${name}, '{}') RETURNING id`;
  await sql()`
    INSERT INTO score (project_id, path_id, scorer, kind, scorer_id, value)
    SELECT ${projectId}, id, ${name}, 'critique', ${id}, 5 FROM path WHERE id = ${pathId}`;
  return { id, name };
}

const ofOne: Input = async ({ slug, id, path }) => ({
  project: slug,
  scorer: (await throwAwayScorer(id, path)).id,
});
const inProject: Input = ({ slug }) => ({ project: slug });

/** What the operations on scorers and trust need at least. */
export const scoringInputs: Record<string, Input> = {
  "scorers.list": inProject,
  "scorers.get": ofOne,
  "scorers.remove": ofOne,
  "scorers.ofPath": ({ slug, path }) => ({ project: slug, path }),
  "scorers.ofProblem": ({ slug, problem }) => ({ project: slug, problem }),
  "scorers.grade": ({ slug, path }) => ({ project: slug, path, value: 7 }),
  "trust.of": async ({ slug, id, path }) => ({
    project: slug,
    scorer: (await throwAwayScorer(id, path)).name,
    kind: "critique",
  }),
  "trust.verdictDisputes": ({ slug }) => ({ project: slug, critique: "judge v1" }),
  "trust.orderDisputes": ({ slug }) => ({ project: slug, reward: "rm v1", critique: "judge v1" }),
  "scoringRuns.basis": inProject,
  "scoringRuns.train": ({ slug }) => ({ project: slug, kind: "critique" }),
  "scoringRuns.apply": ofOne,
  "scoringRuns.critique": async (project) => ({
    project: project.slug,
    model: await throwAwayModel(project, ["critique"]),
  }),
  "scoringRuns.compare": async (project) => ({
    project: project.slug,
    model: await throwAwayModel(project, ["judge"]),
  }),
  "scoringRuns.reward": async (project) => ({
    project: project.slug,
    model: await throwAwayModel(project, ["reward"]),
  }),
  "scoringRuns.estimate": async (project) => ({
    project: project.slug,
    model: await throwAwayModel(project, ["judge"]),
    run: { kind: "compare" },
  }),
  "scoringRuns.prompts": inProject,
  "scoringRuns.savePrompt": async ({ slug }) => {
    await sql()`DELETE FROM prompt`;
    return { project: slug, purpose: "critique-path", base: 0, system: "", user: "{{problem}} {{path}}" };
  },
  "scoringRuns.previewPrompt": ({ slug }) => ({
    project: slug,
    purpose: "critique-path",
    system: "",
    user: "{{problem}} {{path}}",
  }),
  "scoringRuns.judged": async ({ slug, id, pair }) => {
    await sql()`
      INSERT INTO judgement (id, project_id, pair_id, reviewer_id, answer, left_id, seconds)
      SELECT ${crypto.randomUUID()}, ${id}, pair.id, (SELECT id FROM "user" LIMIT 1), 'tie', pair.first_id, 1
      FROM preference_pair AS pair WHERE pair.id = ${pair}`;
    return { project: slug };
  },
};
