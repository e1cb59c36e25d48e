import { sql } from "#lib/db.ts";
import { hostAndPort } from "#lib/models/address.ts";
import type { EndpointSettings } from "#lib/models/contract.ts";
import { keyIdentity } from "#lib/models/key-identity.ts";
import { seal } from "#lib/models/seal.ts";

/** An endpoint of a project at this base URL, and an owner's leave for its host unless `leave` is false. */
export async function testEndpoint(
  projectId: number,
  baseUrl: string,
  { key, leave = true, ...settings }: Partial<EndpointSettings> & { key?: string; leave?: boolean } = {},
): Promise<number> {
  const { parameters = { maxTokens: 512, extra: {} }, uses = ["generator"] } = settings;
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO model_endpoint (project_id, name, base_url, protocol, model, uses, parameters, input_price, output_price,
      concurrency, requests_per_minute, tokens_per_minute, structured_output, timeout_seconds)
    VALUES (${projectId}, ${settings.name ?? crypto.randomUUID()}, ${baseUrl}, ${settings.protocol ?? "chat"}::model_protocol, ${settings.model ?? "test-model"},
      ${uses}, ${JSON.stringify(parameters)}::jsonb, ${settings.inputPrice ?? 1}, ${settings.outputPrice ?? 2},
      ${settings.concurrency ?? 4}, ${settings.requestsPerMinute ?? null}, ${settings.tokensPerMinute ?? null},
      ${settings.structuredOutput ?? "auto"}, ${settings.timeoutSeconds ?? 30}) RETURNING id`;
  if (key !== undefined) {
    await sql()`UPDATE model_endpoint SET sealed_key = ${seal(key, keyIdentity(projectId, id))} WHERE id = ${id}`;
  }
  if (leave) {
    await sql()`INSERT INTO allowed_host (host) VALUES (${hostAndPort(new URL(baseUrl))}) ON CONFLICT DO NOTHING`;
  }
  return id;
}

/** A running run of a project, with a signal that `stop` aborts. */
export async function testRun(projectId: number) {
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind, state) VALUES (${projectId}, 'instruct', 'running') RETURNING id`;
  const abort = new AbortController();
  return { id, projectId, signal: abort.signal, stop: (reason: unknown) => abort.abort(reason) };
}
