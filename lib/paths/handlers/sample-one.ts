import { AppError } from "#lib/errors.ts";
import { seededRandom } from "#lib/instructions/random.ts";
import type { Message, ModelCaller, ModelRequest, PromptText } from "#lib/models/request.ts";
import { filledPrompt } from "#lib/models/store/prompt-sets.ts";
import { messagesOf } from "#lib/models/template.ts";
import { whyUnavailable } from "#lib/python/ask.ts";
import { sandbox } from "#lib/python/process-sandbox.ts";
import type { PathKind, Segment } from "../contract.ts";
import {
  BEGUN,
  type Conversation,
  kindAsGiven,
  messagesSoFar,
  OUTPUT_MARK,
  withOutput,
  withReply,
} from "../conversation.ts";
import { lastOutput } from "../run-blocks.ts";
import { sampleValues } from "../sample-prompts.ts";
import type { Setup } from "../sample-slots.ts";
import type { SettledSample } from "../store/write-sample.ts";

export interface OneSample {
  slot: number;
  setup: Setup;
  text: string;
  prompt: PromptText;
  /** Programs that it may run. */
  turns: number;
  seed: number;
  signal: AbortSignal;
}

/** What a sample came to, but for whose it is. `refused`: the endpoint refuses every request. */
export type Sampled =
  | {
      refused: null;
      sample: Pick<
        SettledSample,
        "segments" | "flaw" | "fault" | "kind" | "turns" | "inputTokens" | "outputTokens" | "cost"
      >;
    }
  | { refused: string };

const FILLED_OUTPUT = 2100;
const LETTERS_A_TOKEN = 4;

/**
 * Asks for one path, turn by turn; programs run in the sandbox in between. A turn's call is named by the slot and the
 * turn, so what was answered before a kill is found again.
 */
export async function sampleOne(caller: ModelCaller, one: OneSample): Promise<Sampled> {
  const { slot, setup, prompt, text } = one;
  const asked = messagesOf(filledPrompt(prompt, sampleValues(text)));
  const spent = { turns: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
  let path: Conversation = BEGUN;
  let programs = 0;
  while (path.next !== "nothing") {
    if (path.next === "output") {
      programs += 1;
      path = withOutput(path, await outputOf(path.segments, one.signal), {
        kind: setup.kind,
        programs,
        most: one.turns,
      });
      continue;
    }
    const request = requestOf(messagesSoFar(asked, path.segments), one, spent.turns);
    const outcome = await caller.call(`${slot}.${spent.turns}`, request);
    spent.turns += 1;
    if (!outcome.ok) {
      if (outcome.fault === "refused" && !outcome.onlyThis) return { refused: outcome.message };
      const nothing = { segments: [], flaw: null, fault: outcome.message };
      return { refused: null, sample: { ...nothing, kind: setup.kind, ...spent } };
    }
    const { reply } = outcome;
    spent.inputTokens += reply.inputTokens;
    spent.outputTokens += reply.outputTokens;
    spent.cost += reply.cost;
    path = withReply(path, { text: reply.text, finishReason: reply.finishReason }, setup.kind);
  }
  const { segments, flaw, fault } = path;
  return {
    refused: null,
    sample: { segments, flaw, fault, kind: kindAsGiven(segments, setup.kind), ...spent },
  };
}

function requestOf(messages: Message[], { slot, setup, seed }: OneSample, turn: number): ModelRequest {
  return {
    messages,
    ...(setup.temperature === null ? {} : { parameters: { temperature: setup.temperature } }),
    ...(setup.kind === "cot" ? {} : { stop: [OUTPUT_MARK] }),
    seed: Math.floor(seededRandom(seed, slot, turn)() * 2 ** 31),
  };
}

/** All programs so far run as one, so that later ones see the names of earlier ones. */
async function outputOf(
  segments: readonly Segment[],
  signal: AbortSignal,
): Promise<{ text: string; failed: boolean }> {
  const blocks = segments.flatMap(({ type, content }) => (type === "code" ? [content] : []));
  const execution = await (await sandbox()).run({ blocks }, { signal });
  signal.throwIfAborted();
  const unavailable = whyUnavailable(execution, signal);
  if (unavailable !== null && execution.error?.kind === "unavailable") {
    throw new AppError("unavailable", `Python couldn't be run: ${unavailable}`);
  }
  return lastOutput(execution);
}

/** The most that a sample can cost, whose problem has so many bytes: each turn reads what all before it wrote. */
export function ceilingOfSample(
  caller: ModelCaller,
  prompt: PromptText,
  kind: PathKind,
  bytes: number,
  turns: number,
): number {
  const asked = messagesOf(filledPrompt(prompt, sampleValues("x".repeat(bytes))));
  const requests = kind === "cot" ? 1 : turns + 1;
  let sum = 0;
  for (let turn = 0; turn < requests; turn += 1) {
    const written = "x".repeat(turn * (FILLED_OUTPUT + LETTERS_A_TOKEN * caller.endpoint.maxTokens));
    sum += caller.ceiling({ messages: [...asked, { role: "assistant", content: written }] });
  }
  return sum;
}
