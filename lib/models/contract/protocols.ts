import type { ModelUse, Protocol } from "../contract.ts";

const CHAT: readonly ModelUse[] = ["generator", "sampler", "critique", "judge"];

/** What an endpoint that speaks so can be used for. */
export function usesOf(protocol: Protocol): readonly ModelUse[] {
  if (protocol === "chat") return CHAT;
  return protocol === "embeddings" ? ["embedding"] : ["reward"];
}

/** The operation that a protocol asks, below a base URL. */
export const OPERATIONS: Record<Protocol, string> = {
  chat: "/chat/completions",
  embeddings: "/embeddings",
  "vllm-pooling": "/pooling",
  "vllm-classify": "/classify",
  "vllm-score": "/score",
  "tei-predict": "/predict",
};
