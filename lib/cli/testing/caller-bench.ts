import { afterEach, beforeAll } from "vitest";
import { sql } from "#lib/db.ts";
import { type CallerOptions, openCaller } from "#lib/models/caller.ts";
import type { EndpointSettings } from "#lib/models/contract.ts";
import type { ModelRequest } from "#lib/models/request.ts";
import {
  type ModelServer,
  type ModelServerOptions,
  startModelServer,
} from "#lib/models/testing/model-server.ts";
import type { Reply, ReplyPlan } from "#lib/models/testing/reply-plan.ts";
import { testEndpoint, testRun } from "./model-endpoint.ts";
import { emptyProject } from "./staged-import.ts";

/** A caller that asks again at once. */
export const noWait: CallerOptions = { wait: () => Promise.resolve(), random: () => 0 };
export const question = (content: string): ModelRequest => ({ messages: [{ role: "user", content }] });
export const answer = (text: string): ReplyPlan => ({ kind: "answer", text });

/** Replies with each of these in turn; with the last one from then on. */
export const inTurn =
  (...plans: ReplyPlan[]): Reply =>
  (_request, attempt) =>
    plans[attempt - 1] ?? plans.at(-1) ?? answer("");

/** What is recorded of a run's calls, oldest first. */
export const recordedCalls = (runId: number) =>
  sql()<Record<string, unknown>[]>`
    SELECT slot, state, reply, finish_reason, input_tokens, output_tokens, cost, attempts, lost, error
    FROM model_call WHERE run_id = ${runId} ORDER BY id`;

/** Called once at the top of a test file, below `testDatabase()`: real servers, closed after each test, and callers of them. */
export function callerBench() {
  let projectId = 0;
  const servers: ModelServer[] = [];
  beforeAll(async () => {
    projectId = (await emptyProject()).id;
  });
  const closeAll = () => Promise.all(servers.splice(0).map((server) => server.close()));
  afterEach(closeAll);
  return {
    closeAll,
    newRun: () => testRun(projectId),
    async serve(reply: Reply, options: Partial<ModelServerOptions> = {}): Promise<ModelServer> {
      const server = await startModelServer({ reply, ...options });
      servers.push(server);
      return server;
    },
    async open(
      server: ModelServer,
      settings: Partial<EndpointSettings> & { key?: string; leave?: boolean } = {},
      options = noWait,
    ) {
      const endpoint = await testEndpoint(projectId, server.url, settings);
      const run = await testRun(projectId);
      const again = () => openCaller(run, endpoint, options);
      return { run, endpoint, caller: await again(), again };
    },
  };
}
