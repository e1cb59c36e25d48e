import type { ModelUse, Protocol } from "./contract.ts";

const CHAT: readonly ModelUse[] = ["generator", "sampler", "critique", "judge"];

/** What an endpoint that speaks so can be used for. */
export function usesOf(protocol: Protocol): readonly ModelUse[] {
  if (protocol === "chat") return CHAT;
  return protocol === "embeddings" ? ["embedding"] : ["reward"];
}
