import { joinSegments, kindOf, segmentText } from "#lib/formats/segments.ts";
import type { Message } from "#lib/models/request.ts";
import type { PathFlaw, PathKind, Segment } from "./contract.ts";

/** Where a model that writes code has to stop and wait. */
export const OUTPUT_MARK = "```output";

/** Output beyond this is cut out of the middle, so that a loop's thousand lines don't fill the model's context. */
const OUTPUT_CHARACTERS = 2000;

/** What a model said in one turn. */
export interface Turn {
  text: string;
  finishReason: string | null;
}

/** A path while it is being written. `next` says what it waits for. */
export interface Conversation {
  segments: Segment[];
  next: "reply" | "output" | "nothing";
  flaw: PathFlaw | null;
  /** Why it isn't whole. */
  fault: string | null;
}

export const BEGUN: Conversation = { segments: [], next: "reply", flaw: null, fault: null };

/**
 * Takes a model's turn. In a path with code, a turn that ends in a program waits for its output; what a model writes
 * after an output that it made up is cut away (as in ToRA, Gou et al. 2023, where generation stops at the mark).
 */
export function withReply(before: Conversation, { text, finishReason }: Turn, kind: PathKind): Conversation {
  const said = kind === "cot" ? segmentText(text) : untilOutput(segmentText(text));
  const segments = [...before.segments, ...said];
  if (finishReason === "length") {
    return { segments, next: "nothing", flaw: "truncated", fault: "Cut off at the most tokens." };
  }
  const refusal = refusalIn(said, finishReason);
  if (refusal !== null) return { segments, next: "nothing", flaw: "refused", fault: refusal };
  const waits = kind !== "cot" && said.at(-1)?.type === "code";
  return { segments, next: waits ? "output" : "nothing", flaw: null, fault: null };
}

/** Takes the output of the last program. A program of thought ends with it, unless it failed. */
export function withOutput(
  before: Conversation,
  output: { text: string; failed: boolean },
  { kind, programs, most }: { kind: PathKind; programs: number; most: number },
): Conversation {
  const content = shortened(output.text);
  const segments: Segment[] = [...before.segments, { type: "output", content }];
  if (kind === "pot" && !output.failed) return { ...before, segments, next: "nothing" };
  if (programs >= most) {
    const fault = `It ran ${programs} programs and hadn't ended.`;
    return { segments, next: "nothing", flaw: "truncated", fault };
  }
  return { ...before, segments, next: "reply" };
}

/** What a model is asked to go on from: the prompt, what it wrote, and the outputs as they came. */
export function messagesSoFar(prompt: readonly Message[], segments: readonly Segment[]): Message[] {
  const messages: Message[] = [...prompt];
  let said: Segment[] = [];
  for (const segment of segments) {
    if (segment.type !== "output") {
      said.push(segment);
      continue;
    }
    messages.push({ role: "assistant", content: joinSegments(said) });
    messages.push({ role: "user", content: joinSegments([segment]) });
    said = [];
  }
  return said.length === 0 ? messages : [...messages, { role: "assistant", content: joinSegments(said) }];
}

/** The kind of a path as it came: what was asked for, unless it has no code after all, or has some unasked. */
export function kindAsGiven(segments: readonly Segment[], asked: PathKind): PathKind {
  if (!segments.some(({ type }) => type === "code")) return "cot";
  return asked === "cot" ? kindOf(segments) : asked;
}

function untilOutput(segments: readonly Segment[]): Segment[] {
  const output = segments.findIndex(({ type }) => type === "output");
  return output < 0 ? [...segments] : segments.slice(0, output);
}

const REFUSAL =
  /^(?:i['’]?m (?:really |very )?sorry\b|sorry, (?:but )?i\b|i (?:can(?:['’]?t|not)|am unable to|am not able to|won['’]?t) (?:help|assist|answer|solve|provide|comply)|as an ai\b)/i;
const REFUSAL_WORDS = 80;

/** Why a reply is no answer; null where it may be one. Only what can't be anything else: a filter, silence, a plain no. */
function refusalIn(said: readonly Segment[], finishReason: string | null): string | null {
  if (finishReason === "content_filter") return "The endpoint's filter held the answer back.";
  if (said.length === 0) return "The reply was empty.";
  const [only] = said;
  if (said.length > 1 || only?.type !== "text") return null;
  const text = only.content.trim();
  const isShort = text.split(/\s+/).length <= REFUSAL_WORDS;
  return isShort && !/\d|\\boxed/.test(text) && REFUSAL.test(text) ? "The model refused to answer." : null;
}

function shortened(text: string): string {
  if (text.length <= OUTPUT_CHARACTERS) return text;
  const half = OUTPUT_CHARACTERS / 2;
  return `${text.slice(0, half).toWellFormed()}\n… ${text.length - OUTPUT_CHARACTERS} characters left out …\n${text.slice(-half).toWellFormed()}`;
}
