import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { ChatBody, Reply, ReplyPlan } from "./reply-plan.ts";

/** One request as the server saw it. */
export interface SeenRequest {
  /** Its Idempotency-Key. */
  readonly key: string | null;
  readonly authorization: string | null;
  readonly attempt: number;
  readonly body: ChatBody;
  /** pending until it is over. billed: the whole reply was sent and the client was still there. */
  outcome: "pending" | "billed" | "replayed" | "unbilled" | "gone";
}

export interface ModelServer {
  /** Its base URL, which ends in /v1. */
  readonly url: string;
  readonly port: number;
  readonly requests: readonly SeenRequest[];
  /** Calls that had to be paid for. */
  billed(): number;
  close(): Promise<void>;
}

export interface ModelServerOptions {
  reply: Reply;
  /** A free one where left out. */
  port?: number;
  /** What it wants as bearer token; where left out it asks for none. */
  key?: string;
  /** What it takes of response_format; what it doesn't is answered by a 400. */
  structured?: "schema" | "object" | "none";
}

/**
 * A real OpenAI-compatible server on loopback, which also takes the operations of endpoints that give numbers. It bills a call once its whole reply was sent, and sends the reply to
 * an Idempotency-Key that it has billed again, as it was, without billing. `GET /seen` tells `{billed, requests}`.
 */
export async function startModelServer({
  reply,
  port = 0,
  key,
  structured = "schema",
}: ModelServerOptions): Promise<ModelServer> {
  const requests: SeenRequest[] = [];
  const sent = new Map<string, string>();
  const attempts = new Map<string, number>();
  let billed = 0;

  async function converse(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (incoming.url === "/seen") return json(answer, 200, JSON.stringify({ billed, requests }));
    const body = bodyFrom(await text(incoming));
    const path = incoming.url ?? "";
    if (!OPERATIONS.has(path) || body === null) {
      return json(answer, 404, errorBody(`no such operation: ${incoming.method} ${incoming.url}`));
    }
    const { authorization = null } = incoming.headers;
    const idempotency = incoming.headers["idempotency-key"];
    const same = typeof idempotency === "string" ? idempotency : JSON.stringify(body);
    const attempt = 1 + (attempts.get(same) ?? 0);
    attempts.set(same, attempt);
    const seen: SeenRequest = {
      key: typeof idempotency === "string" ? idempotency : null,
      authorization,
      attempt,
      body,
      outcome: "pending",
    };
    requests.push(seen);
    const gone = () => {
      if (seen.outcome === "pending") seen.outcome = "gone";
    };
    answer.once("close", gone);
    if (key !== undefined && authorization !== `Bearer ${key}`) {
      seen.outcome = "unbilled";
      return json(answer, 401, errorBody(`Incorrect API key provided: ${authorization ?? "none"}.`));
    }
    const refused = refusedFormat(body, structured);
    if (refused !== null) {
      seen.outcome = "unbilled";
      return json(answer, 400, errorBody(refused));
    }
    const before = seen.key === null ? undefined : sent.get(seen.key);
    if (before !== undefined) return deliver(answer, before, () => settle(seen, before));
    const plan = await reply(body, seen.attempt, path);
    act(plan, { body, path }, answer, seen);
  }

  function act(plan: ReplyPlan, request: Asked, answer: ServerResponse, seen: SeenRequest): void {
    switch (plan.kind) {
      case "stall":
        break;
      case "cut": {
        const whole = wholeOf(request, { kind: "answer", text: plan.text });
        const length = Buffer.byteLength(whole);
        answer.writeHead(200, { "content-type": "application/json", "content-length": length });
        answer.write(whole.slice(0, whole.length / 2), () => answer.destroy());
        break;
      }
      case "garble":
        seen.outcome = "unbilled";
        json(answer, 200, plan.body);
        break;
      case "fail":
        seen.outcome = "unbilled";
        json(answer, plan.status, errorBody(plan.message ?? `status ${plan.status}`), plan.headers);
        break;
      case "answer": {
        const whole = wholeOf(request, plan);
        deliver(answer, whole, () => settle(seen, whole));
        break;
      }
    }
  }

  function settle(seen: SeenRequest, whole: string): void {
    const isPaid = seen.key !== null && sent.has(seen.key);
    seen.outcome = isPaid ? "replayed" : "billed";
    if (isPaid) return;
    billed += 1;
    if (seen.key !== null) sent.set(seen.key, whole);
  }

  const server = createServer((incoming, answer) => {
    converse(incoming, answer).catch(() => answer.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  // The address of a server that listens on TCP is an object.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    port: address.port,
    requests,
    billed: () => billed,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const COMPLETIONS = "/v1/chat/completions";
const OPERATIONS = new Set([COMPLETIONS, "/v1/embeddings", "/pooling", "/classify", "/score", "/predict"]);

interface Asked {
  body: ChatBody;
  path: string;
}

/** The body that is sent. Where no chat was asked for, the plan's text is all of it. */
function wholeOf({ body, path }: Asked, plan: ReplyPlan & { kind: "answer" }): string {
  return path === COMPLETIONS ? completion(body, plan) : plan.text;
}

function bodyFrom(sent: string): ChatBody | null {
  try {
    // What the studio sends is what this server is there to show; a test looks at it in `requests`.
    return JSON.parse(sent) as ChatBody;
  } catch {
    return null;
  }
}

function refusedFormat(body: ChatBody, structured: "schema" | "object" | "none"): string | null {
  const wanted = body.response_format?.type;
  if (wanted === undefined || structured === "schema") return null;
  if (wanted === "json_object" && structured === "object") return null;
  return `Invalid parameter: 'response_format' of type '${wanted}' is not supported with this model.`;
}

/** Tokens of a text as this server counts them: its words and signs. */
export function countTokens(words: string): number {
  return words.match(/\w+|[^\w\s]/g)?.length ?? 0;
}

function completion(body: ChatBody, plan: ReplyPlan & { kind: "answer" }): string {
  const prompt = body.messages.reduce((sum, { content }) => sum + countTokens(content), 0);
  const { prompt: asked, completion: told } = plan.usage ?? { prompt, completion: countTokens(plan.text) };
  const usage = { prompt_tokens: asked, completion_tokens: told, total_tokens: asked + told };
  const message = { role: "assistant", content: plan.text };
  return JSON.stringify({
    id: "chatcmpl-test",
    object: "chat.completion",
    created: 0,
    model: body.model,
    choices: [{ index: 0, message, finish_reason: plan.finishReason ?? "stop" }],
    ...(plan.usage === null ? {} : { usage }),
  });
}

const errorBody = (message: string) => JSON.stringify({ error: { message, type: "invalid_request_error" } });

function json(
  answer: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  answer.writeHead(status, { "content-type": "application/json", ...headers });
  answer.end(body);
}

/** Sends a whole answer, and says so where the client was there to the end. */
function deliver(answer: ServerResponse, whole: string, delivered: () => void): void {
  const { socket } = answer;
  if (!socket || socket.destroyed || socket.readableEnded) {
    answer.destroy();
    return;
  }
  answer.once("finish", delivered);
  json(answer, 200, whole);
}
