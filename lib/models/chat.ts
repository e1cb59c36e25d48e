import { storable } from "./answer.ts";
import type { ModelParameters, StructuredOutput } from "./contract.ts";
import type { Message, ModelRequest } from "./request.ts";
import type { Failure } from "./retry.ts";

/** A request of a chat as it is recorded: all that the body is made of, but for the model and the way to ask for JSON. */
export interface RecordedRequest {
  messages: Message[];
  parameters: ModelParameters;
  seed: number | null;
  /** The schema is kept as JSON text: the database would sort its properties, whose order models write them in. */
  schema: { name: string; text: string } | null;
  stop?: string[];
}

/** How JSON is asked for. */
export type Mode = Exclude<StructuredOutput, "auto">;

/** The request with the endpoint's own parameters filled in. */
export function recordOf(request: ModelRequest, own: ModelParameters): RecordedRequest {
  const { schema, parameters = {}, stop } = request;
  return {
    ...(stop === undefined ? {} : { stop: [...stop] }),
    messages: request.messages.map(({ role, content }) => ({ role, content: storable(content) })),
    parameters: {
      temperature: parameters.temperature ?? own.temperature,
      topP: parameters.topP ?? own.topP,
      maxTokens: parameters.maxTokens ?? own.maxTokens,
      extra: own.extra,
    },
    seed: request.seed ?? null,
    schema:
      schema === undefined ? null : { name: schema.name, text: storable(JSON.stringify(schema.schema)) },
  };
}

/** All texts of a chat that the model reads. */
export function chatTexts({ messages, schema }: RecordedRequest): string[] {
  return [...messages.map(({ content }) => content), ...(schema === null ? [] : [schema.text])];
}

/** Not for `extra` to say: they would change what is billed, or what comes back. */
const OURS = new Set(["model", "messages", "stream", "n"]);

/**
 * The body of POST /chat/completions. `extra` goes over everything but the model, the messages and the number of
 * replies; null in it takes a field away, for endpoints that don't know max_tokens or temperature.
 */
export function bodyOf(record: RecordedRequest, model: string, mode: Mode): string {
  const { temperature, topP, maxTokens, extra } = record.parameters;
  const over = Object.entries(extra).filter(([name]) => !OURS.has(name));
  const fields: Record<string, unknown> = {
    model,
    messages: record.messages,
    max_tokens: maxTokens,
    temperature,
    top_p: topP,
    seed: record.seed ?? undefined,
    stop: record.stop,
    response_format: formatOf(record.schema, mode),
    ...Object.fromEntries(over.map(([name, value]) => [name, value ?? undefined])),
  };
  return JSON.stringify(fields);
}

function formatOf(schema: RecordedRequest["schema"], mode: Mode) {
  if (schema === null || mode === "none") return undefined;
  if (mode === "object") return { type: "json_object" };
  const { name, text } = schema;
  return { type: "json_schema", json_schema: { name, schema: JSON.parse(text), strict: true } };
}

const COMPLAINT = /response_format|json_schema|json_object|guided|grammar|structured|'json' in some form/i;

/** Does the endpoint refuse the request for the way in which JSON was asked for? */
export function refusesFormat(failure: Failure): boolean {
  if (failure.kind !== "status") return false;
  return [400, 415, 422, 501].includes(failure.status) && COMPLAINT.test(failure.said);
}

/** What to ask for where this is refused; null where nothing is asked for already. */
export function weakerThan(mode: Mode): Mode | null {
  if (mode === "schema") return "object";
  return mode === "object" ? "none" : null;
}
