import { sql } from "#lib/db.ts";
import type { FilledProject } from "./filled-project.ts";

/** What a model needs; its address is inside the server's network, where it has no leave to be. */
export function modelSettings() {
  return {
    name: crypto.randomUUID(),
    baseUrl: "http://127.0.0.1:9/v1",
    model: "small",
    uses: ["generator"],
    parameters: {},
    inputPrice: 0,
    outputPrice: 0,
    concurrency: 1,
    requestsPerMinute: null,
    tokensPerMinute: null,
    structuredOutput: "auto",
    timeoutSeconds: 5,
  };
}

/** A model that a test may change or take out; its name has the project's mark in it. */
export async function throwAwayModel({ id }: FilledProject, uses: string[] = []): Promise<number> {
  const { baseUrl, model } = modelSettings();
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO model_endpoint (project_id, name, base_url, model, uses)
    SELECT id, description || ' ' || gen_random_uuid(), ${baseUrl}, ${model}, ${uses}::text[] FROM project WHERE id = ${id} RETURNING id`;
  return row.id;
}

/** A recorded call with the project's mark in its request and reply. */
export async function throwAwayCall(project: FilledProject): Promise<number> {
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO model_call (project_id, endpoint_id, slot, state, request, reply)
    SELECT id, ${await throwAwayModel(project)}, 'test', 'answered',
      jsonb_build_object('messages', jsonb_build_array(jsonb_build_object('role', 'user', 'content', description))),
      description FROM project WHERE id = ${project.id} RETURNING id`;
  return row.id;
}
