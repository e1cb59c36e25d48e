import { createHmac } from "node:crypto";
import { type Answer, readAnswer } from "./answer.ts";
import { bodyOf, type Mode, type RecordedRequest, refusesFormat, weakerThan } from "./chat.ts";
import { askUrl } from "./endpoint-url.ts";
import { guardedPost, type Resolve } from "./guarded-post.ts";
import { readMeasure } from "./measured.ts";
import { protocolOf, type Recorded, textsOf } from "./recorded.ts";
import type { Failure } from "./retry.ts";
import { scrub } from "./scrub.ts";
import { derivedKey } from "./seal.ts";
import { leavesAmong } from "./store/leaves.ts";
import type { Target } from "./store/target.ts";

export interface Asked {
  result: { kind: "answer"; answer: Answer } | Failure;
  /** The way in which JSON was asked for at last. */
  mode: Mode;
}

export interface AskOptions {
  mode: Mode;
  /** May a weaker mode be tried where the endpoint refuses this one? */
  mayWeaken: boolean;
  /** Names the call, the same each time that it is sent; null: it may be answered anew each time. */
  identity: string | null;
  resolve?: Resolve | undefined;
}

/** Asks an endpoint once. What it says comes back without its key. Never rejects for what the endpoint does. */
export async function ask(target: Target, record: Recorded, options: AskOptions): Promise<Asked> {
  if ("protocol" in record) {
    const body = JSON.stringify({ model: target.model, ...record.body });
    return { result: await posted(target, record, body, options), mode: options.mode };
  }
  return askChat(target, record, options);
}

async function askChat(target: Target, record: RecordedRequest, options: AskOptions): Promise<Asked> {
  const { mode, mayWeaken } = options;
  const result = await posted(target, record, bodyOf(record, target.model, mode), options);
  const weaker = mayWeaken && result.kind !== "answer" && refusesFormat(result) ? weakerThan(mode) : null;
  return weaker === null || record.schema === null
    ? { result, mode }
    : askChat(target, record, { ...options, mode: weaker });
}

async function posted(
  target: Target,
  record: Recorded,
  body: string,
  options: AskOptions,
): Promise<Asked["result"]> {
  const protocol = protocolOf(record);
  const answer = await guardedPost(askUrl(target.baseUrl, protocol), body, {
    headers: headersOf(target, options.identity, body),
    milliseconds: target.timeoutSeconds * 1000,
    leaves: leavesAmong,
    ...(options.resolve ? { resolve: options.resolve } : {}),
  });
  if (answer.kind !== "answered") return scrubbed(answer, target.key);
  const prompt = textsOf(record).join("\n");
  const read = protocol === "chat" ? readAnswer(answer, prompt) : readMeasure(answer, protocol, prompt);
  return scrubbed(read, target.key);
}

/**
 * A server that knows Idempotency-Key answers a call that is sent again from its memory. The key is the same for the
 * same call of the same run with the same body, and another one for each installation (it is made with its secret).
 */
function headersOf(target: Target, identity: string | null, body: string): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (target.key !== null) headers["authorization"] = `Bearer ${target.key}`;
  if (identity !== null) {
    const digest = createHmac("sha256", derivedKey("idempotency keys"))
      .update(`${identity}\n${body}`)
      .digest("hex");
    headers["idempotency-key"] = `lemma-${digest.slice(0, 48)}`;
  }
  return headers;
}

function scrubbed(result: Asked["result"], key: string | null): Asked["result"] {
  switch (result.kind) {
    case "answer": {
      const { text, finishReason } = result.answer;
      const clean = {
        text: scrub(text, key),
        finishReason: finishReason === null ? null : scrub(finishReason, key),
      };
      return { kind: "answer", answer: { ...result.answer, ...clean } };
    }
    case "status":
      return { ...result, said: scrub(result.said, key) };
    case "garbled":
      return { ...result, reason: scrub(result.reason, key) };
    default:
      return result;
  }
}
