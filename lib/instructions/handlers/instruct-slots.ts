import { AppError } from "#lib/errors.ts";
import type { CallOutcome, ModelCaller, ModelRequest, PromptText } from "#lib/models/request.ts";
import { fillPrompt, messagesOf } from "#lib/models/template.ts";
import { TEXT_LIMIT } from "#lib/problems/contract.ts";
import { agreedSolution, type Proposed } from "../agreed-solution.ts";
import { type GateFault, gateFault } from "../gates.ts";
import type { InstructParameters } from "../jobs.ts";
import { judgeCandidate } from "../judge-candidate.ts";
import { parseProblems } from "../parse-problems.ts";
import { promptMix, type Shown, subdomainOf } from "../prompt-mix.ts";
import { instructValues, PROBLEMS_SCHEMA } from "../prompt-text.ts";
import { seededRandom } from "../random.ts";
import { type ShownText, shownTexts } from "../store/pools.ts";
import type { NewCandidate } from "../store/write-candidates.ts";
import type { Known } from "./known.ts";

/** Why a reply ended that has reached the most tokens. */
const CUT = "length";

export interface SlotTools {
  run: { readonly id: number; readonly projectId: number; readonly parameters: InstructParameters };
  writer: ModelCaller;
  solver: ModelCaller;
  prompts: { instruct: PromptText; solve: PromptText };
  subdomains: ReadonlyMap<string, number>;
  known: Known;
  /** Whether a solution has been asked for yet: an endpoint that refuses the first would refuse them all. */
  readonly solving: { begun: boolean };
  /** Bytes that a problem may have, where a budget sets money aside for showing and solving it. */
  room: number | null;
}

/** A slot whose request is out. */
export interface AskedSlot {
  slot: number;
  parents: readonly string[];
  subdomainId: number | null;
  outcome: CallOutcome;
}

/** A slot whose candidates have been compared, and whose solutions are out. */
export interface ComparedSlot {
  slot: number;
  callId: number;
  fault: string | null;
  outcome: "candidates" | "unparsed" | "failed";
  candidates: Promise<NewCandidate[]>;
  /** Slots of all its calls. */
  calls: readonly string[];
}

/** Asks for a slot's new problems. `pools` is what was settled when it may see it. */
export async function askSlot(
  { run, writer, prompts, subdomains }: SlotTools,
  slot: number,
  pools: { seeds: readonly Shown[]; instructions: readonly Shown[] },
): Promise<AskedSlot> {
  const { parameters } = run;
  const subdomain = subdomainOf(slot, parameters.subdomains);
  const random = seededRandom(parameters.seed, slot);
  const shown = promptMix(pools, parameters, subdomain, random);
  const examples = await shownTexts(run.projectId, shown);
  if (examples.length === 0)
    throw new AppError("conflict", "No problem of the train split is left that could be shown to the model.");
  const request = instructRequestOf(prompts.instruct, examples, parameters, subdomain, slot);
  const outcome = await writer.call(String(slot), request);
  return {
    slot,
    parents: examples.map(({ key }) => key),
    subdomainId: subdomain === null ? null : (subdomains.get(subdomain) ?? null),
    outcome,
  };
}

export function instructRequestOf(
  prompt: PromptText,
  examples: readonly Pick<ShownText, "text" | "subdomain">[],
  { perCall, temperature, seed }: Pick<InstructParameters, "perCall" | "temperature" | "seed">,
  subdomain: string | null,
  slot: number,
): ModelRequest {
  return {
    messages: filled(prompt, instructValues(examples, perCall, subdomain)),
    ...(temperature === null ? {} : { parameters: { temperature } }),
    schema: PROBLEMS_SCHEMA,
    seed: Math.floor(seededRandom(seed, slot, 1)() * 2 ** 31),
  };
}

export function solveRequestOf(prompt: PromptText, problem: string, seed: number): ModelRequest {
  return { messages: filled(prompt, { problem }), seed };
}

function filled(prompt: PromptText, values: Readonly<Record<string, string>>) {
  const text = fillPrompt(prompt, values);
  if (text.ok) return messagesOf(text.prompt);
  throw new AppError("invalid_input", text.faults[0]?.message ?? "The prompt can't be filled in.");
}

/** An endpoint that refuses its first request, or any for its key or name, would refuse the next: the run ends. */
function answered(outcome: CallOutcome, isFirst: boolean): CallOutcome {
  if (outcome.ok || outcome.fault !== "refused" || (outcome.onlyThis && !isFirst)) return outcome;
  throw new AppError("unavailable", outcome.message);
}

/** Reads a slot's reply, compares its candidates in order, and asks for the solutions of those that are new. */
export async function compareSlot(tools: SlotTools, asked: AskedSlot): Promise<ComparedSlot> {
  const { slot } = asked;
  const outcome = answered(asked.outcome, slot === 0);
  if (!outcome.ok) {
    return { ...emptySlot(slot, outcome.callId), fault: outcome.message, outcome: "failed" };
  }
  const { callId, text, finishReason } = outcome.reply;
  const { problems, fault } = parseProblems(text, { cut: finishReason === CUT });
  if (fault !== null) return { ...emptySlot(slot, callId), fault, outcome: "unparsed" };
  const compared: NewCandidate[] = [];
  // What a model gives beyond what it was asked for was neither wanted nor reckoned with.
  for (const problem of problems.slice(0, tools.run.parameters.perCall)) {
    compared.push(await compareCandidate(tools, asked, compared, problem));
  }
  const fresh = compared.filter(({ judgement }) => judgement.state === "accepted");
  const calls = fresh.flatMap(({ place }) => solutionSlots(tools, slot, place));
  const isFirst = !tools.solving.begun;
  if (fresh.length > 0) tools.solving.begun = true;
  const candidates = Promise.all(compared.map((candidate) => solved(tools, slot, candidate, isFirst)));
  // A failure is met when the slot's turn to be settled comes, if it ever does.
  candidates.catch(() => {});
  return {
    slot,
    callId,
    fault: null,
    outcome: "candidates",
    candidates,
    calls: [String(slot), ...calls],
  };
}

function emptySlot(slot: number, callId: number) {
  return { slot, callId, candidates: Promise.resolve([]), calls: [String(slot)] };
}

async function compareCandidate(
  { run, known, room }: SlotTools,
  { slot, parents, subdomainId }: AskedSlot,
  before: readonly NewCandidate[],
  text: string,
): Promise<NewCandidate> {
  const place = before.length;
  const bare = {
    place,
    method: "self_instruct" as const,
    text,
    parents,
    subdomainId,
    answer: null,
    solution: null,
  };
  const fault =
    duplicateFault(text, before) ?? gateFault(text, run.parameters.gates) ?? roomFault(text, room);
  if (fault) return { ...bare, values: null, judgement: { state: "dropped", ...fault }, nearest: {} };
  const { nearest, nearestTest } = await known.compare({ slot, place, text });
  return { ...bare, values: null, judgement: judgeCandidate(nearest, nearestTest, run.parameters), nearest };
}

function duplicateFault(text: string, before: readonly NewCandidate[]): GateFault | null {
  const isTwin = before.some((one) => one.text === text);
  return isTwin ? { reason: "duplicate", detail: "The same statement stands before it in its reply." } : null;
}

function roomFault(text: string, room: number | null): GateFault | null {
  const bytes = Buffer.byteLength(text);
  return room !== null && bytes > room
    ? { reason: "too_long", detail: `${bytes} bytes; the budget sets money aside for ${room} at most.` }
    : null;
}

function solutionSlots({ run }: SlotTools, slot: number, place: number): string[] {
  return Array.from({ length: run.parameters.solutions }, (_, at) => `${slot}.${place}.solve.${at}`);
}

/** Asks for the solutions of a candidate that is new, and drops it where they don't make one. */
async function solved(
  tools: SlotTools,
  slot: number,
  candidate: NewCandidate,
  isFirst: boolean,
): Promise<NewCandidate> {
  if (candidate.judgement.state === "dropped") return candidate;
  const { solver, prompts, run } = tools;
  const slots = solutionSlots(tools, slot, candidate.place);
  const outcomes = await Promise.all(
    slots.map((name, at) => {
      const seed = Math.floor(seededRandom(run.parameters.seed, slot, 2, candidate.place, at)() * 2 ** 31);
      return solver.call(name, solveRequestOf(prompts.solve, candidate.text, seed));
    }),
  );
  const { solution, answer, fault } = agreedSolution(
    outcomes.map((outcome) => solutionOf(answered(outcome, isFirst))),
  );
  if (fault) return { ...candidate, solution, judgement: { state: "dropped", ...fault } };
  return { ...candidate, solution, answer };
}

function solutionOf(outcome: CallOutcome): Proposed {
  if (!outcome.ok) return { text: null, fault: outcome.message };
  const { text, finishReason } = outcome.reply;
  if (finishReason === CUT) {
    return {
      text: null,
      fault: "The solution was cut off at the most tokens. Allow the model more of them.",
    };
  }
  if (text.length > TEXT_LIMIT) return { text: null, fault: "The solution is too long to be kept." };
  return { text, fault: null };
}
