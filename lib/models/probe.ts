import { jsonOf } from "./answer.ts";
import { type Asked, ask } from "./ask.ts";
import type { Mode } from "./chat.ts";
import { OPERATIONS } from "./contract/protocols.ts";
import type { ModelTest, Protocol } from "./contract.ts";
import { costOf } from "./cost.ts";
import type { Resolve } from "./guarded-post.ts";
import { measuredWords } from "./measured-words.ts";
import { recordFor } from "./recorded.ts";
import { nextStep } from "./retry.ts";
import { type CallOwner, claimCall, endAnswered, endFailed } from "./store/record.ts";
import { learnStructured, type Target } from "./store/target.ts";

const QUESTION = {
  messages: [
    {
      role: "user" as const,
      content: 'What is 12 + 30? Reply with a JSON object such as {"answer": 7}, and nothing else.',
    },
  ],
  schema: {
    name: "sum",
    schema: {
      type: "object",
      properties: { answer: { type: "integer" } },
      required: ["answer"],
      additionalProperties: false,
    },
  },
};
const EXCHANGE = { question: "What is 12 + 30?", answer: "12 + 30 = 42. The answer is 42." };
/** Enough for a model that thinks before it speaks. */
const MOST_TOKENS = 1024;
const MOST_SECONDS = 60;
const REPLY_CHARACTERS = 500;

const WAYS: Record<Mode, string> = {
  schema: "It takes a JSON schema",
  object: "It can be told to write JSON, but takes no schema",
  none: "It can't be told to write JSON; replies are read as they come",
};

/** Asks an endpoint one small question, once, and says in words how it went. The call is recorded like others. */
export async function probe(target: Target, { resolve }: { resolve?: Resolve } = {}): Promise<ModelTest> {
  const learns = target.structuredOutput === "auto";
  const mode: Mode = target.structuredOutput === "auto" ? "schema" : target.structuredOutput;
  const limited = { ...target, timeoutSeconds: Math.min(target.timeoutSeconds, MOST_SECONDS) };
  const maxTokens = Math.min(target.parameters.maxTokens, MOST_TOKENS);
  const isChat = target.protocol === "chat";
  const record = recordFor(target, isChat ? { ...QUESTION, parameters: { maxTokens } } : EXCHANGE);
  const owner: CallOwner = { projectId: target.projectId, runId: null, endpointId: target.id };
  const claimed = await claimCall(owner, "test", record);
  if (claimed === null) throw new Error("a call without a run is always new");
  const start = performance.now();
  const asked = await ask(limited, record, { mode, mayWeaken: learns, identity: null, resolve });
  const milliseconds = Math.round(performance.now() - start);
  const { result } = asked;
  if (result.kind !== "answer") {
    // What would be tried again in a run ends here: one try says enough.
    const step = nextStep(result, Number.MAX_SAFE_INTEGER, { now: Date.now(), random: 0 });
    const message =
      step.do === "stop" && step.fault === "refused" ? step.message : advice(result, target.protocol);
    await endFailed(owner, claimed.id, message);
    return {
      ok: false,
      reply: null,
      milliseconds,
      inputTokens: 0,
      outputTokens: 0,
      structured: null,
      message,
    };
  }
  const { answer } = result;
  await endAnswered(owner, claimed.id, answer, costOf(answer, target));
  const counts = { milliseconds, inputTokens: answer.inputTokens, outputTokens: answer.outputTokens };
  if (!isChat) {
    const message = measuredWords(answer, target.protocol);
    return { ok: true, reply: null, ...counts, structured: null, message };
  }
  const isJson = jsonOf(answer.text) !== undefined;
  if (learns && (isJson || asked.mode === "none")) await learnStructured(target, asked.mode);
  return {
    ok: true,
    reply: cut(answer.text),
    ...counts,
    structured: isJson || asked.mode === "none" ? asked.mode : null,
    message: wordsFor(asked, isJson),
  };
}

function wordsFor({ result, mode }: Asked, isJson: boolean): string {
  if (result.kind !== "answer") return "";
  const { finishReason, estimated, text } = result.answer;
  const notes = [
    finishReason === "length"
      ? `Its reply was cut at the most tokens: give it more if it thinks before it speaks.`
      : text.trim() === ""
        ? "It answered with nothing at all."
        : "It answers.",
    isJson || mode === "none" ? `${WAYS[mode]}.` : "It was told to write JSON, and didn't.",
    ...(estimated ? ["It doesn't count its tokens, so tokens and costs are estimates."] : []),
  ];
  return notes.join(" ");
}

function advice(failure: Exclude<Asked["result"], { kind: "answer" }>, protocol: Protocol): string {
  switch (failure.kind) {
    case "status":
      return `It answered ${failure.status}${failure.said === "" ? "" : `: ${failure.said}`}. It may have too much to do, or be broken: try again, and look at its log.`;
    case "network":
      return `It can't be reached (${failure.reason}). Check the base URL, and that the endpoint runs.`;
    case "timeout":
      return `No answer: ${failure.reason}. It may still be loading the model; try again, or give it more time.`;
    case "garbled":
      return protocol === "chat"
        ? `What answers there speaks no OpenAI-compatible API (${failure.reason}). Check the base URL: it often ends in /v1.`
        : `What answers at ${OPERATIONS[protocol]} gives no values as expected (${failure.reason}). Check the base URL, and how it is spoken to.`;
    case "barred":
      return failure.message;
  }
}

function cut(text: string): string {
  return text.length > REPLY_CHARACTERS ? `${text.slice(0, REPLY_CHARACTERS).toWellFormed()}…` : text;
}
