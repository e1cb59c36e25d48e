import { dollars } from "#components/ui/dollars.ts";
import type { ModelCall, ModelEndpoint, ModelUse, Protocol, StructuredOutput } from "#lib/models/contract.ts";

export const USES: readonly { value: ModelUse; label: string; hint: string }[] = [
  { value: "generator", label: "Generator", hint: "Writes new problems and their solutions" },
  { value: "sampler", label: "Path sampler", hint: "Writes reasoning paths for problems" },
  { value: "reward", label: "Reward", hint: "Orders the paths of one problem" },
  { value: "critique", label: "Critique", hint: "Scores a path from 1 to 10, and says why" },
  { value: "judge", label: "Judge", hint: "Chooses between two paths" },
  { value: "embedding", label: "Embedding", hint: "Places paths, to measure how far apart they are" },
];

export const PROTOCOLS: readonly { value: Protocol; label: string; hint: string }[] = [
  { value: "chat", label: "Chat", hint: "OpenAI's chat completions: vLLM, Ollama, llama.cpp, hosted" },
  { value: "vllm-pooling", label: "Reward, vLLM /pooling", hint: "A reward model served for pooling" },
  { value: "vllm-classify", label: "Reward, vLLM /classify", hint: "Sequence classification" },
  { value: "vllm-score", label: "Reward, vLLM /score", hint: "A cross-encoder of question and answer" },
  { value: "tei-predict", label: "Reward, TEI /predict", hint: "Text Embeddings Inference" },
  { value: "embeddings", label: "Embeddings", hint: "OpenAI's embeddings: vLLM, TEI, hosted" },
];

export function protocolLabel(protocol: Protocol): string {
  return PROTOCOLS.find(({ value }) => value === protocol)?.label ?? protocol;
}

export const STRUCTURED: readonly { value: StructuredOutput; label: string; hint: string }[] = [
  { value: "auto", label: "Find out", hint: "Tries a schema first, and keeps what works" },
  { value: "schema", label: "JSON schema", hint: "response_format json_schema" },
  { value: "object", label: "Any JSON", hint: "response_format json_object" },
  { value: "none", label: "None", hint: "Replies are read as they come" },
];

export function labelOf(use: ModelUse): string {
  return USES.find(({ value }) => value === use)?.label ?? use;
}

export function structuredLabel(structured: StructuredOutput): string {
  return STRUCTURED.find(({ value }) => value === structured)?.label ?? structured;
}

/** "$0.50 in, $1.50 out a million tokens". */
export function priceWords({
  inputPrice,
  outputPrice,
}: Pick<ModelEndpoint, "inputPrice" | "outputPrice">): string {
  if (inputPrice === 0 && outputPrice === 0) return "no price";
  return `${dollars(inputPrice)} in, ${dollars(outputPrice)} out a million tokens`;
}

type Limits = Pick<ModelEndpoint, "concurrency" | "requestsPerMinute" | "tokensPerMinute">;

/** "4 at a time, 500 requests a minute". */
export function limitWords({ concurrency, requestsPerMinute, tokensPerMinute }: Limits): string {
  const parts = [`${concurrency.toLocaleString("en")} at a time`];
  if (requestsPerMinute !== null) parts.push(`${requestsPerMinute.toLocaleString("en")} requests a minute`);
  if (tokensPerMinute !== null) parts.push(`${tokensPerMinute.toLocaleString("en")} tokens a minute`);
  return parts.join(", ");
}

/** What is known of a model's key, which itself never leaves the server. */
export function keyWords(keyHint: string | null): string {
  if (keyHint === null) return "no key";
  return keyHint === "" ? "has a key" : `key …${keyHint}`;
}

export const CALL_TONE: Record<ModelCall["state"], "accent" | "good" | "bad"> = {
  sent: "accent",
  answered: "good",
  failed: "bad",
};

/** How often a call went out, where that says something: "3 tries, 1 lost with a worker". */
export function triesWords({ attempts, lost }: Pick<ModelCall, "attempts" | "lost">): string | null {
  const parts: string[] = [];
  if (attempts > 1) parts.push(`${attempts} tries`);
  if (lost > 0) parts.push(`${lost} lost with a worker`);
  return parts.length === 0 ? null : parts.join(", ");
}
