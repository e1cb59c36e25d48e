import { sql } from "#lib/db.ts";
import { selectionRule } from "#lib/selection/contract.ts";
import { throwAwayModel } from "./models.ts";
import type { Input } from "./operation-input.ts";

const rule = selectionRule.parse({ split: "any", gates: { verdicts: [], whole: false } });

/** A selection of the project with one path in it, made for one call. */
async function throwAwaySelection(projectId: number, pathId: number): Promise<number> {
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO selection (project_id, name, rule)
    VALUES (${projectId}, ${crypto.randomUUID()}, ${JSON.stringify(rule)}::jsonb) RETURNING id`;
  await sql()`
    INSERT INTO selection_path (selection_id, path_id, problem_id, kept, reason)
    SELECT ${id}, id, problem_id, true, 'all_kept' FROM path WHERE id = ${pathId}`;
  return id;
}

const ofOne: Input = async ({ slug, id, path }) => ({
  project: slug,
  selection: await throwAwaySelection(id, path),
});

/** What the operations on selections need at least. */
export const selectionInputs: Record<string, Input> = {
  "selection.embeddings": ({ slug }) => ({ project: slug }),
  "selection.embed": async (project) => ({
    project: project.slug,
    model: await throwAwayModel(project, ["embedding"]),
  }),
  "selection.preview": ({ slug }) => ({ project: slug, rule }),
  "selection.start": ({ slug }) => ({ project: slug, name: crypto.randomUUID(), rule }),
  "selection.list": ({ slug }) => ({ project: slug }),
  "selection.get": ofOne,
  "selection.remove": ofOne,
  "selection.rows": ofOne,
  "selection.row": async ({ slug, id, path }) => ({
    project: slug,
    selection: await throwAwaySelection(id, path),
    path,
  }),
  "selection.earnings": ({ slug }) => ({ project: slug }),
  "selection.setSize": ({ slug }) => ({ project: slug, model: "a model", billions: 7 }),
};
