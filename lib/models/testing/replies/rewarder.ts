import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ChatBody, ReplyPlan } from "../reply-plan.ts";

/**
 * A reward model that likes short answers, in the words of each protocol, and an embedding model that counts letters.
 * A few milliseconds a call.
 */
export async function reply(request: ChatBody, _attempt: number, path: string): Promise<ReplyPlan> {
  const words = JSON.stringify(request);
  await sleep(createHash("sha256").update(words).digest().readUInt8(0) / 12);
  const value = 5 - words.length / 100;
  const usage = { prompt_tokens: Math.ceil(words.length / 4), total_tokens: Math.ceil(words.length / 4) };
  return { kind: "answer", text: JSON.stringify(bodyOf(path, value, words, usage)) };
}

function bodyOf(path: string, value: number, words: string, usage: object): unknown {
  switch (path) {
    case "/classify":
      return { data: [{ index: 0, label: "LABEL_0", probs: [value], num_classes: 1 }], usage };
    case "/pooling":
      return { data: [{ index: 0, object: "pooling", data: [[0], [value]] }], usage };
    case "/score":
      return { data: [{ index: 0, object: "score", score: value }], usage };
    case "/v1/embeddings":
      return { data: [{ index: 0, object: "embedding", embedding: letters(words) }], usage };
    default:
      return [{ label: "LABEL_0", score: value }];
  }
}

function letters(words: string): number[] {
  const counts = new Array<number>(26).fill(0);
  for (const letter of words.toLowerCase()) {
    const at = letter.charCodeAt(0) - 97;
    if (at >= 0 && at < 26) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
