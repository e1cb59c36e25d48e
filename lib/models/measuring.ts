import { storable } from "./answer.ts";
import type { ModelParameters, Protocol } from "./contract.ts";
import type { MeasureRequest } from "./request.ts";

/** A protocol whose answers are numbers. */
export type MeasuringProtocol = Exclude<Protocol, "chat">;

/** A request of an endpoint that gives numbers, as it is recorded: the body but for the model. */
export interface RecordedMeasure {
  protocol: MeasuringProtocol;
  body: Record<string, unknown>;
}

/** Not for `extra` to say. */
const OURS = new Set(["model", "input", "messages", "text_1", "text_2", "inputs"]);

/**
 * The body that measures an answer to a question, or a text. vLLM's pooling and classify get the exchange as messages,
 * so that the model's own chat template applies, as reward models want it; score and predict get a pair of texts.
 * Asked for are raw values, before a softmax or sigmoid that would press good answers together.
 * Sources: vLLM's protocol of pooling models; Text Embeddings Inference's API reference; OpenAI's embeddings.
 */
export function measureRecord(
  protocol: MeasuringProtocol,
  { question, answer }: MeasureRequest,
  own: ModelParameters,
): RecordedMeasure {
  const said = storable(answer);
  const asked = question === null ? null : storable(question);
  const over = Object.entries(own.extra).filter(([name]) => !OURS.has(name));
  return { protocol, body: { ...bodyFor(protocol, asked, said), ...Object.fromEntries(over) } };
}

function bodyFor(
  protocol: MeasuringProtocol,
  question: string | null,
  answer: string,
): Record<string, unknown> {
  switch (protocol) {
    case "vllm-pooling":
      return { messages: messagesOf(question, answer), encoding_format: "float" };
    case "vllm-classify":
      return { messages: messagesOf(question, answer), use_activation: false };
    case "vllm-score":
      return { text_1: question ?? "", text_2: answer, use_activation: false };
    case "tei-predict":
      return { inputs: question === null ? answer : [question, answer], raw_scores: true, truncate: true };
    case "embeddings":
      return {
        input: question === null ? answer : `${question}\n\n${answer}`,
        encoding_format: "float",
      };
  }
}

function messagesOf(question: string | null, answer: string) {
  const user = question === null ? [] : [{ role: "user", content: question }];
  return [...user, { role: "assistant", content: answer }];
}

/** All texts of a request that gives numbers. */
export function measuredTexts({ body }: RecordedMeasure): string[] {
  const { messages, text_1: first, text_2: second, inputs, input } = body;
  return stringsIn([messages, first, second, inputs, input]);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
