import { z } from "zod";
import { estimateTokens } from "./cost.ts";
import type { Failure } from "./retry.ts";
import type { Headers } from "./wait-hint.ts";

/** An answer as the studio keeps it. */
export interface Answer {
  text: string;
  finishReason: string | null;
  inputTokens: number;
  outputTokens: number;
  /** The endpoint didn't count its tokens; the numbers are estimates. */
  estimated: boolean;
}

const count = z.number().min(0).nullish().catch(null);
const part = z.object({ text: z.string().nullish().catch(null) });
const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.union([z.string(), z.array(part)]).nullish() }).optional(),
        text: z.string().optional(),
        finish_reason: z.string().nullish().catch(null),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

const SAID_CHARACTERS = 300;

/**
 * Reads the answer to a chat completion (OpenAI's, and as vLLM, Ollama and llama.cpp vary it: content in parts or
 * null, no usage, errors in several shapes, also with status 200). `prompt` is the text that was sent, for estimates.
 */
export function readAnswer(
  { status, headers, body }: { status: number; headers: Headers; body: string },
  prompt: string,
): { kind: "answer"; answer: Answer } | Failure {
  const value = jsonOf(body);
  const failure = answeredFailure({ status, headers, body }, value);
  if (failure !== null) return failure;
  const parsed = completion.safeParse(value);
  const [choice] = parsed.data?.choices ?? [];
  const content = choice?.message ? (choice.message.content ?? "") : choice?.text;
  if (choice === undefined || content === undefined) return notAReply(value, body);
  const text = storable(
    typeof content === "string" ? content : content.map((one) => one.text ?? "").join(""),
  );
  const { prompt_tokens: input, completion_tokens: output } = parsed.data?.usage ?? {};
  return {
    kind: "answer",
    answer: {
      text,
      finishReason: choice.finish_reason ?? null,
      inputTokens: Math.round(input ?? estimateTokens(prompt)),
      outputTokens: Math.round(output ?? estimateTokens(text)),
      estimated: input == null || output == null,
    },
  };
}

const toldError = z.object({ error: z.object({ code: z.number().int().min(400).max(599) }) });

/** What failed by the answer's own word: its status, or an error with status 200, as some servers tell theirs. */
export function answeredFailure(
  { status, headers, body }: { status: number; headers: Headers; body: string },
  value: unknown,
): Failure | null {
  const isFine = status >= 200 && status <= 299;
  const told = isFine ? toldError.safeParse(value).data?.error.code : status;
  return told === undefined ? null : { kind: "status", status: told, headers, ...complaintIn(value, body) };
}

function notAReply(value: unknown, body: string): Failure {
  const { said } = complaintIn(value, body);
  if (value === undefined) return { kind: "garbled", reason: `no JSON: ${said || "nothing"}` };
  return { kind: "garbled", reason: `no reply in it: ${said || "an empty body"}` };
}

const words = z.string().nullish().catch(null);
const complaint = z.object({
  error: z
    .union([z.string(), z.object({ message: words, code: words, type: words })])
    .nullish()
    .catch(null),
  message: words,
  detail: words,
});

/** What the server said of its own failure, and its own code for it. */
function complaintIn(value: unknown, body: string): { said: string; code: string | null } {
  const { error, message, detail } = complaint.safeParse(value).data ?? {};
  const nested =
    typeof error === "object" && error !== null ? error : { message: error, code: null, type: null };
  const said = nested.message ?? message ?? detail ?? body;
  return { said: brief(said), code: nested.code ?? nested.type ?? null };
}

function brief(text: string): string {
  const line = storable(text).replace(/\s+/g, " ").trim();
  return line.length > SAID_CHARACTERS ? `${line.slice(0, SAID_CHARACTERS - 1).toWellFormed()}…` : line;
}

/** As the database can hold it, so that what is given out and what is kept are the same text. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
