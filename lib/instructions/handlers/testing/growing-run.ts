import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { type InstructParameters, instructJob } from "../../jobs.ts";
import { instructHandler } from "../instruct.ts";

export interface GrowingRun {
  readonly projectId: number;
  readonly id: number;
}

/** A project with ten seeds and a model at `url`, which may be there, and a Self-Instruct run in it. */
export async function growingRun(
  url: string,
  wishes: Partial<Omit<InstructParameters, "model">> = {},
  endpoint: { outputPrice?: number; timeoutSeconds?: number } = {},
): Promise<GrowingRun> {
  const slug = `growing-${crypto.randomUUID()}`;
  const [{ id: projectId }] = await sql()<[{ id: number }]>`
    INSERT INTO project (slug, name) VALUES (${slug}, ${slug}) RETURNING id`;
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    SELECT ${projectId}, 'seed-' || n, format('Seed %s: what is %s plus %s, and then twice that?', n, n * 3, n + 4),
      'hash-' || n, '1' FROM generate_series(1, 10) AS n`;
  await sql()`INSERT INTO allowed_host (host) VALUES (${new URL(url).host}) ON CONFLICT DO NOTHING`;
  const [{ id: model }] = await sql()<[{ id: number }]>`
    INSERT INTO model_endpoint (project_id, name, base_url, model, uses, parameters, output_price, concurrency,
      structured_output, timeout_seconds)
    VALUES (${projectId}, 'writer', ${url}, 'small', '{generator}', '{"maxTokens": 500}', ${endpoint.outputPrice ?? 2},
      4, 'schema', ${endpoint.timeoutSeconds ?? 10}) RETURNING id`;
  const [{ last }] = await sql()<[{ last: number }]>`
    SELECT max(id) AS last FROM problem WHERE project_id = ${projectId}`;
  const parameters = instructJob.parameters.parse({
    model,
    wanted: 12,
    perCall: 2,
    // The test server's problems are all of one kind; these are alike that differ in a word or two.
    thresholds: { "rouge-l": 0.95 },
    window: 8,
    lastProblem: last,
    prompts: { instruct: 0, solve: 0 },
    ...wishes,
  });
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind, parameters)
    VALUES (${projectId}, 'instruct', ${JSON.stringify(parameters)}::jsonb) RETURNING id`;
  return { projectId, id };
}

/** Does the run in this process. */
export async function work({ id }: GrowingRun): Promise<void> {
  await executeRun(id, new Map([[instructHandler.kind, instructHandler]]));
}

/** Does the run in a process of its own, killed so many milliseconds after so many of its calls are answered. */
export async function workUntilKilled(
  { id }: GrowingRun,
  { calls, milliseconds }: { calls: number; milliseconds: number },
): Promise<boolean> {
  const child = fork(join(import.meta.dirname, "worker.ts"), [String(id)], { execArgv: [] });
  const ended: Promise<unknown[]> = once(child, "exit");
  await once(child, "message");
  while (child.exitCode === null && (await answeredCalls(id)) < calls);
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  const [, signal] = await ended;
  clearTimeout(timer);
  return signal === "SIGKILL";
}

async function answeredCalls(runId: number): Promise<number> {
  const [{ calls }] = await sql()<[{ calls: number }]>`
    SELECT count(*)::int AS calls FROM model_call WHERE run_id = ${runId} AND state = 'answered'`;
  return calls;
}

/** What a run came to, without row numbers and times. */
export async function outcomeOf({ id }: GrowingRun) {
  const [run] = await sql()<
    [
      {
        state: string;
        counts: Record<string, number>;
        result: Record<string, unknown> | null;
        error: { message: string } | null;
      },
    ]
  >`SELECT state, counts, result, error FROM run WHERE id = ${id}`;
  const candidates = await sql()<
    { slot: number; place: number; text: string; state: string; reason: string | null }[]
  >`
    SELECT slot, place, text, answer, state, reason, parents, rouge_l, lcs, jaccard_words, jaccard_chars,
      problem_id IS NOT NULL AS made
    FROM candidate WHERE run_id = ${id} ORDER BY slot, place`;
  const calls = await sql()<{ slot: string; reply: string; attempts: number; lost: number }[]>`
    SELECT slot, state, request, reply, cost FROM model_call WHERE run_id = ${id} ORDER BY slot COLLATE "C"`;
  return { run, candidates, calls };
}
