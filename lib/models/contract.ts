import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";

/** What an endpoint may be used for. */
export const modelUse = z.enum(["generator", "sampler", "reward", "critique", "judge", "embedding"]);
export type ModelUse = z.infer<typeof modelUse>;

/**
 * How an endpoint is spoken to. chat: OpenAI's chat completions; embeddings: OpenAI's embeddings; the others give
 * numbers for an answer to a question: vLLM's /pooling, /classify and /score, Text Embeddings Inference's /predict.
 */
export const protocol = z.enum([
  "chat",
  "vllm-pooling",
  "vllm-classify",
  "vllm-score",
  "tei-predict",
  "embeddings",
]);
export type Protocol = z.infer<typeof protocol>;

export const structuredOutput = z.enum(["auto", "schema", "object", "none"]);
export type StructuredOutput = z.infer<typeof structuredOutput>;

/** What requests carry besides their messages. `extra` goes into the body as it is (vLLM's and others' own). */
export const modelParameters = z.object({
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().gt(0).max(1).optional(),
  maxTokens: z.number().int().min(1).max(1_000_000).default(2048),
  extra: z.record(z.string(), z.json()).default({}),
});
export type ModelParameters = z.infer<typeof modelParameters>;

const settings = z.object({
  name: z.string().trim().min(1, "Give it a name").max(80),
  baseUrl: z
    .url({ protocol: /^https?$/, error: "Use an http or https address, such as http://127.0.0.1:8000/v1" })
    .max(500)
    .describe("What stands before the operation, such as /chat/completions or /classify"),
  protocol: protocol.default("chat"),
  model: z.string().trim().min(1, "Name the model as the endpoint knows it").max(200),
  uses: z.array(modelUse).max(6),
  parameters: modelParameters,
  inputPrice: z.number().min(0).max(1e6).describe("Price of a million tokens of prompt, in dollars"),
  outputPrice: z.number().min(0).max(1e6).describe("Price of a million tokens of reply, in dollars"),
  concurrency: z.number().int().min(1).max(256).describe("Requests at the same time"),
  requestsPerMinute: z.number().int().min(1).max(1_000_000).nullable(),
  tokensPerMinute: z.number().int().min(1).max(1_000_000_000).nullable(),
  structuredOutput,
  timeoutSeconds: z.number().int().min(1).max(3600).describe("For one whole answer"),
});
export const endpointSettings = settings;
export type EndpointSettings = z.infer<typeof settings>;

/** An endpoint as people see it. Its key never leaves the server. */
export const modelEndpoint = settings.extend({
  id: rowId,
  keyHint: z.string().nullable().describe("The key's last characters; null where there is none"),
  version: z.number().int(),
  calls: z.number().int(),
  cost: z.number().describe("Of all its calls, in dollars"),
  createdAt: timestamp,
});
export type ModelEndpoint = z.infer<typeof modelEndpoint>;

const key = z.string().trim().min(1).max(4000).nullable().optional();

/** What the Test button found. */
export const modelTest = z.object({
  ok: z.boolean(),
  reply: z.string().nullable().describe("What the model said, cut"),
  milliseconds: z.number(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  structured: structuredOutput
    .nullable()
    .describe("What it can do of structured output, where it was found out"),
  message: z.string().describe("In words what happened, and what to do where it failed"),
});
export type ModelTest = z.infer<typeof modelTest>;

export const modelCall = z.object({
  id: rowId,
  runId: rowId.nullable(),
  endpoint: z.string(),
  slot: z.string(),
  state: z.enum(["sent", "answered", "failed"]),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  cost: z.number(),
  attempts: z.number().int(),
  lost: z.number().int().describe("Times that a worker died while it was out"),
  error: z.string().nullable(),
  createdAt: timestamp,
  endedAt: timestamp.nullable(),
});
export type ModelCall = z.infer<typeof modelCall>;

export const allowedHost = z.object({ host: z.string(), by: z.string().nullable(), at: timestamp });

const path = "/projects/{project}/models";
const endpointInput = projectInput.extend({ model: rowId });
const tags = ["Models"];

export const modelsContract = {
  list: operation
    .meta({ role: "curator" })
    .route({ method: "GET", path, tags, summary: "The project's models, by name" })
    .input(projectInput)
    .output(z.array(modelEndpoint)),
  create: operation
    .meta({ role: "lead" })
    .route({ method: "POST", path, tags, summary: "Add a model" })
    .input(projectInput.extend({ settings, key }))
    .output(modelEndpoint),
  update: operation
    .meta({ role: "lead" })
    .route({
      method: "PATCH",
      path: `${path}/{model}`,
      tags,
      summary: "Change a model; a key that isn't given stays, null takes it away",
    })
    .input(endpointInput.extend({ version: z.number().int(), settings, key }))
    .output(modelEndpoint),
  remove: operation
    .meta({ role: "lead" })
    .route({
      method: "DELETE",
      path: `${path}/{model}`,
      tags,
      summary: "Take a model out of the registry, and forget its key",
    })
    .input(endpointInput)
    .output(z.object({ removed: z.boolean() })),
  test: operation
    .meta({ role: "lead" })
    .route({ method: "POST", path: `${path}/{model}/test`, tags, summary: "Ask a model one small question" })
    .input(endpointInput)
    .output(modelTest),
  calls: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/calls",
      tags,
      summary: "Calls of models, newest first",
    })
    .input(projectInput.extend(pageInput.shape).extend({ run: rowId.optional() }))
    .output(pageOf(modelCall)),
  call: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/calls/{call}",
      tags,
      summary: "What was asked and answered",
    })
    .input(projectInput.extend({ call: rowId }))
    .output(modelCall.extend({ request: z.record(z.string(), z.unknown()), reply: z.string().nullable() })),
  hosts: {
    list: operation
      .meta({ role: "owner" })
      .route({ method: "GET", path: "/allowed-hosts", tags, summary: "Internal hosts that models may be on" })
      .output(z.array(allowedHost)),
    allow: operation
      .meta({ role: "owner" })
      .route({ method: "PUT", path: "/allowed-hosts", tags, summary: "Let models be on an internal host" })
      .input(
        z.object({
          host: z
            .string()
            .trim()
            .min(1)
            .max(300)
            .describe("Name or address with its port, such as 127.0.0.1:8000"),
        }),
      )
      .output(allowedHost),
    disallow: operation
      .meta({ role: "owner" })
      .route({ method: "POST", path: "/allowed-hosts/remove", tags, summary: "Take this leave back" })
      .input(z.object({ host: z.string() }))
      .output(z.object({ removed: z.boolean() })),
  },
};
