import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { SampleEstimate, SampleRequest } from "../contract/sampling.ts";
import { setupsOf } from "../sample-slots.ts";
import { measureSample } from "./start-sample.ts";

/** Bytes of a token, at least: so many bytes of prompt are never more tokens than this says. */
const BYTES_A_TOKEN = 1;
const PROMPT_BYTES = 2000;

/** How many samples a request would take, the most that they can cost, and what they would by earlier ones. */
export async function estimateSample(scope: ProjectScope, request: SampleRequest): Promise<SampleEstimate> {
  const { problems, samples } = await measureSample(scope, request);
  const each = problems * request.k;
  const setups = setupsOf(request);
  const rows = await sql()<
    { id: number; inputPrice: number; outputPrice: number; maxTokens: number; longest: number }[]
  >`
    SELECT id, input_price, output_price, coalesce((parameters->>'maxTokens')::int, 2048) AS max_tokens,
      (SELECT coalesce(avg(octet_length(text)), 0)::float FROM problem WHERE project_id = ${scope.projectId}) AS longest
    FROM model_endpoint WHERE project_id = ${scope.projectId} AND id = ANY(${request.models}::int[])`;
  const past = await sql()<{ endpointId: number; kind: string; cost: number }[]>`
    SELECT endpoint_id, kind, avg(cost) AS cost FROM sample
    WHERE project_id = ${scope.projectId} AND endpoint_id = ANY(${request.models}::int[]) GROUP BY endpoint_id, kind`;
  const ceiling = setups.reduce((sum, { model, kind }) => {
    const endpoint = rows.find(({ id }) => id === model);
    if (!endpoint) return sum;
    const turns = kind === "cot" ? 1 : request.turns;
    const input = (endpoint.longest + PROMPT_BYTES) / BYTES_A_TOKEN + ((turns - 1) * endpoint.maxTokens) / 2;
    const turn = (input * endpoint.inputPrice + endpoint.maxTokens * endpoint.outputPrice) / 1e6;
    return sum + turn * turns * each;
  }, 0);
  const known = setups.map(({ model, kind }) =>
    past.find((one) => one.endpointId === model && one.kind === kind),
  );
  const expected = known.every((one) => one !== undefined)
    ? known.reduce((sum, one) => sum + (one?.cost ?? 0) * each, 0)
    : null;
  const most = request.budget === null ? ceiling : Math.min(ceiling, request.budget);
  return { problems, samples, ceiling: most, expected };
}
