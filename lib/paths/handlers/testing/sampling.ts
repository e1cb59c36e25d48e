import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { type SampleRequest, sampleRequest } from "../../contract/sampling.ts";
import { startSample } from "../../store/start-sample.ts";

export interface SamplingProject extends TestProject {
  models: number[];
}

/** A project with so many sums to solve, and a model at each address, which may be there. */
export async function samplingProject(
  problems: number,
  urls: readonly string[],
  endpoint: { outputPrice?: number; concurrency?: number; timeoutSeconds?: number } = {},
): Promise<SamplingProject> {
  const project = await emptyProject();
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    SELECT ${project.id}, 'p' || n, format('What is %s plus %s?', n, n + 1), 'hash-' || n, (2 * n + 1)::text
    FROM generate_series(1, ${problems}) AS n`;
  const models: number[] = [];
  for (const [at, url] of urls.entries()) {
    await sql()`INSERT INTO allowed_host (host) VALUES (${new URL(url).host}) ON CONFLICT DO NOTHING`;
    const [{ id }] = await sql()<[{ id: number }]>`
      INSERT INTO model_endpoint (project_id, name, base_url, model, uses, parameters, output_price, concurrency,
        timeout_seconds)
      VALUES (${project.id}, ${`sampler ${at}`}, ${url}, ${`small-${at + 1}b`}, '{sampler}', '{"maxTokens": 200}',
        ${endpoint.outputPrice ?? 2}, ${endpoint.concurrency ?? 4}, ${endpoint.timeoutSeconds ?? 10}) RETURNING id`;
    models.push(id);
  }
  return { ...project, models };
}

/** Starts a sampling run of all the project's problems and models, with these wishes. */
export async function startedSampling(
  project: SamplingProject,
  wishes: Partial<SampleRequest> = {},
): Promise<number> {
  const request = sampleRequest.parse({ models: project.models, kinds: ["cot"], verify: false, ...wishes });
  return (await startSample(project.as("lead"), request)).id;
}

/** What a run came to, without row numbers and times. */
export async function sampledOf(runId: number) {
  const [run] = await sql()<[{ state: string; result: Record<string, unknown> | null; error: unknown }]>`
    SELECT state, result, error FROM run WHERE id = ${runId}`;
  const samples = await sql()<Record<string, unknown>[]>`
    SELECT slot, sample.model, sample.kind, outcome = 'created' OR outcome = 'merged' AS whole, fault, turns,
      input_tokens, output_tokens, cost, path.key, path.segments, path.flaw, path.copies
    FROM sample LEFT JOIN path ON path.id = path_id WHERE run_id = ${runId} ORDER BY slot`;
  const calls = await sql()<{ slot: string; request: unknown; reply: string }[]>`
    SELECT slot, state, request, reply, cost FROM model_call WHERE run_id = ${runId} ORDER BY slot COLLATE "C"`;
  return { run, samples: [...samples], calls: [...calls] };
}
