import { sql } from "#lib/db.ts";
import type { Values } from "./endpoints.ts";
import type { FilledProject } from "./filled-project.ts";
import { sha256 } from "./staged-import.ts";

export const problemFields = {
  answer: "4",
  solution: null,
  subdomain: null,
  difficulty: null,
  tags: [],
  source: null,
  split: "train" as const,
};

/** A problem that a test may change or delete. */
export async function throwAwayProblem(projectId: number, text = crypto.randomUUID()): Promise<number> {
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    VALUES (${projectId}, ${text}, ${text}, ${sha256(text)}, '4') RETURNING id`;
  return row.id;
}

/** A problem in the project's bin, made without the room's own store. */
export async function binnedProblem(projectId: number, text = crypto.randomUUID()): Promise<number> {
  await sql()`INSERT INTO project (slug, name, bin_of_id) SELECT slug || '~bin', name, id FROM project
    WHERE id = ${projectId} ON CONFLICT DO NOTHING`;
  const id = await throwAwayProblem(projectId, text);
  await sql()`UPDATE problem SET binned_at = now(),
    project_id = (SELECT id FROM project WHERE bin_of_id = ${projectId}) WHERE id = ${id}`;
  return id;
}

/** A bulk edit of no problem, that a test may take back. */
export async function throwAwayBulkEdit(projectId: number, source = crypto.randomUUID()): Promise<number> {
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO bulk_edit (project_id, filter, change, row_count)
    VALUES (${projectId}, '{}', ${sql().json({ source })}, 0) RETURNING id`;
  return row.id;
}

const newFields = () => ({ ...problemFields, text: crypto.randomUUID() });
const bulk = { filter: { q: crypto.randomUUID() }, change: { split: "test" } };

/** What the operations on problems need at least; what one takes away is made for that one call. */
export const problemInputs: Record<string, (project: FilledProject) => Values | Promise<Values>> = {
  "problems.list": ({ slug }) => ({ project: slug }),
  "problems.facets": ({ slug }) => ({ project: slug }),
  "problems.get": ({ slug, problem }) => ({ project: slug, problem }),
  "problems.create": ({ slug }) => ({ project: slug, fields: newFields() }),
  "problems.update": async ({ slug, id }) => ({
    project: slug,
    problem: await throwAwayProblem(id),
    version: 1,
    fields: newFields(),
  }),
  "problems.remove": async ({ slug, id }) => ({ project: slug, problem: await throwAwayProblem(id) }),
  "history.list": ({ slug, problem }) => ({ project: slug, problem }),
  "history.restore": async ({ slug, id }) => ({
    project: slug,
    problem: await throwAwayProblem(id),
    restored: 1,
    version: 1,
  }),
  "drafts.get": ({ slug, problem }) => ({ project: slug, problem }),
  "drafts.save": ({ slug, problem }) => ({
    project: slug,
    problem,
    baseVersion: 1,
    fields: { ...problemFields, text: "", solution: "", subdomain: "", difficulty: "", source: "" },
  }),
  "drafts.discard": ({ slug, problem }) => ({ project: slug, problem }),
  "bin.list": async ({ slug, id, mark }) => {
    await binnedProblem(id, `${mark} ${crypto.randomUUID()}`);
    return { project: slug };
  },
  "bin.restore": async ({ slug, id }) => ({ project: slug, problem: await binnedProblem(id) }),
  "bin.purge": async ({ slug, id }) => ({ project: slug, problem: await binnedProblem(id) }),
  "bulk.list": async ({ slug, id, mark }) => {
    await throwAwayBulkEdit(id, mark);
    return { project: slug };
  },
  "bulk.preview": ({ slug }) => ({ project: slug, ...bulk }),
  "bulk.apply": ({ slug }) => ({ project: slug, ...bulk, changing: 0 }),
  "bulk.undo": async ({ slug, id }) => ({ project: slug, edit: await throwAwayBulkEdit(id) }),
};
