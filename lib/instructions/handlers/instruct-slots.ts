import { AppError } from "#lib/errors.ts";
import type { CallOutcome, ModelCaller, ModelRequest, PromptText } from "#lib/models/request.ts";
import { fillPrompt, messagesOf } from "#lib/models/template.ts";
import { agreedSolution } from "../agreed-solution.ts";
import { gateFault } from "../gates.ts";
import type { InstructParameters } from "../jobs.ts";
import { judgeCandidate } from "../judge-candidate.ts";
import { parseProblems } from "../parse-problems.ts";
import { promptMix, type Shown, subdomainOf } from "../prompt-mix.ts";
import { instructValues, PROBLEMS_SCHEMA } from "../prompt-text.ts";
import { seededRandom } from "../random.ts";
import { type ShownText, shownTexts } from "../store/pools.ts";
import type { NewCandidate } from "../store/write-candidates.ts";
import type { Known } from "./known.ts";

export interface SlotTools {
  run: { readonly id: number; readonly projectId: number; readonly parameters: InstructParameters };
  writer: ModelCaller;
  solver: ModelCaller;
  prompts: { instruct: PromptText; solve: PromptText };
  subdomains: ReadonlyMap<string, number>;
  known: Known;
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

/** An endpoint that refuses would refuse the next request too: the run ends with what it says. */
function answered(outcome: CallOutcome): CallOutcome {
  if (!outcome.ok && outcome.fault === "refused") throw new AppError("unavailable", outcome.message);
  return outcome;
}

/** Reads a slot's reply, compares its candidates in order, and asks for the solutions of those that are new. */
export async function compareSlot(tools: SlotTools, asked: AskedSlot): Promise<ComparedSlot> {
  const { slot } = asked;
  const outcome = answered(asked.outcome);
  if (!outcome.ok) {
    return { ...emptySlot(slot, outcome.callId), fault: outcome.message, outcome: "failed" };
  }
  const { callId, text } = outcome.reply;
  const { problems, fault } = parseProblems(text);
  if (fault !== null) return { ...emptySlot(slot, callId), fault, outcome: "unparsed" };
  const compared: NewCandidate[] = [];
  for (const [place, problem] of problems.entries()) {
    compared.push(await compareCandidate(tools, asked, place, problem));
  }
  const fresh = compared.filter(({ judgement }) => judgement.state === "accepted");
  const calls = fresh.flatMap(({ place }) => solutionSlots(tools, slot, place));
  const candidates = Promise.all(compared.map((candidate) => solved(tools, slot, candidate)));
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
  { run, known }: SlotTools,
  { slot, parents, subdomainId }: AskedSlot,
  place: number,
  text: string,
): Promise<NewCandidate> {
  const bare = {
    place,
    method: "self_instruct" as const,
    text,
    parents,
    subdomainId,
    answer: null,
    solution: null,
  };
  const fault = gateFault(text, run.parameters.gates);
  if (fault) return { ...bare, values: null, judgement: { state: "dropped", ...fault }, nearest: {} };
  const { nearest, nearestTest } = await known.compare({ slot, place, text });
  return { ...bare, values: null, judgement: judgeCandidate(nearest, nearestTest, run.parameters), nearest };
}

function solutionSlots({ run }: SlotTools, slot: number, place: number): string[] {
  return Array.from({ length: run.parameters.solutions }, (_, at) => `${slot}.${place}.solve.${at}`);
}

/** Asks for the solutions of a candidate that is new, and drops it where they don't make one. */
async function solved(tools: SlotTools, slot: number, candidate: NewCandidate): Promise<NewCandidate> {
  if (candidate.judgement.state === "dropped") return candidate;
  const { solver, prompts, run } = tools;
  const slots = solutionSlots(tools, slot, candidate.place);
  const outcomes = await Promise.all(
    slots.map((name, at) => {
      const seed = Math.floor(seededRandom(run.parameters.seed, slot, 2, candidate.place, at)() * 2 ** 31);
      return solver.call(name, solveRequestOf(prompts.solve, candidate.text, seed));
    }),
  );
  const replies = outcomes.map(answered).flatMap((outcome) => (outcome.ok ? outcome.reply.text : []));
  const failed = outcomes.find((outcome) => !outcome.ok);
  if (replies.length === 0 && failed && !failed.ok) {
    return { ...candidate, judgement: { state: "dropped", reason: "no_solution", detail: failed.message } };
  }
  const { solution, answer, fault } = agreedSolution(replies);
  if (fault) return { ...candidate, solution, judgement: { state: "dropped", ...fault } };
  return { ...candidate, solution, answer };
}
