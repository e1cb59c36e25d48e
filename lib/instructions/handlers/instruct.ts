import { sql } from "#lib/db.ts";
import { handle, type RunHandle, type RunResult } from "#lib/jobs/job.ts";
import { watched } from "#lib/jobs/watched.ts";
import { openCaller } from "#lib/models/caller.ts";
import type { ModelCaller } from "#lib/models/request.ts";
import { promptOf } from "#lib/models/store/prompt-sets.ts";
import { type InstructParameters, instructJob } from "../jobs.ts";
import {
  askAll,
  type Limits,
  type Pipeline,
  resumed,
  type Stop,
  seenBy,
  settle,
  stopOf,
} from "../pipeline.ts";
import type { Shown } from "../prompt-mix.ts";
import { INSTRUCT_PROMPTS } from "../prompt-text.ts";
import { acceptedBySlot, acceptedInSlot, longestShown, problemPools, subdomainIds } from "../store/pools.ts";
import { type CandidateCounts, costOfCalls, countRun, slotEnds } from "../store/slot-ends.ts";
import { writeCandidates } from "../store/write-candidates.ts";
import {
  askSlot,
  type ComparedSlot,
  compareSlot,
  instructRequestOf,
  type SlotTools,
  solveRequestOf,
} from "./instruct-slots.ts";
import { openKnown } from "./known.ts";

const LOGGED_FAULTS = 50;
/** Of UTF-8 to a word of a problem, with signs and spaces, generously: so much money is set aside for each. */
const WORD_BYTES = 8;

interface Pools {
  seeds: readonly Shown[];
  instructions: readonly Shown[];
}

const STOPPED: Record<Stop, string> = {
  wanted: "As many candidates as were wanted are accepted.",
  budget: "The next request could have cost more than the budget has left.",
  calls: "The most requests that were allowed have been made.",
  nothing_new:
    "It gave up: so many replies in a row held nothing new. Other seeds, sub-domains or thresholds may help.",
  failing:
    "It gave up: so many requests in a row failed, or had replies that couldn't be read. They are kept.",
};

export const instructHandler = handle(instructJob, (run) => watched(run, () => instruct(run)));

async function instruct(run: RunHandle<InstructParameters>): Promise<RunResult> {
  const { model, solver: solverId, prompts, subdomains } = run.parameters;
  const writer = await openCaller(run, model);
  const solver = solverId === null || solverId === model ? writer : await openCaller(run, solverId);
  const callers = [...new Set([writer, solver])];
  const known = await openKnown(run, run.parameters);
  try {
    const { projectId, parameters } = run;
    const longest = Buffer.byteLength(await longestShown(projectId, parameters.lastProblem));
    const counts = await countRun(run.id);
    const tools: SlotTools = {
      run,
      room: parameters.budget === null ? null : Math.max(longest, parameters.gates.maxWords * WORD_BYTES),
      writer,
      solver,
      known,
      prompts: {
        instruct: await promptOf(run.projectId, INSTRUCT_PROMPTS, "instruct", prompts.instruct),
        solve: await promptOf(run.projectId, INSTRUCT_PROMPTS, "solve", prompts.solve),
      },
      subdomains: await subdomainIds(run.projectId, subdomains),
      solving: { begun: counts.solutions > 0 },
    };
    return await grow(run, tools, callers, counts);
  } finally {
    // What is out is paid for: it is waited for and recorded, also when the run is to rest.
    await Promise.all(callers.map((caller) => caller.settle()));
    await known.close();
  }
}

/** Asks, compares and settles slots until the run is to stop. */
async function grow(
  run: RunHandle<InstructParameters>,
  tools: SlotTools,
  callers: readonly ModelCaller[],
  counts: CandidateCounts,
): Promise<RunResult> {
  const pools = await problemPools(run.projectId, run.parameters.lastProblem);
  const limits = limitsOf(tools, pools);
  const ends = await slotEnds(run.id);
  /** Accepted candidates by the slot that they are of. */
  const own = await acceptedBySlot(run.id, ends.length);
  let state: Pipeline = resumed(ends, limits);
  if (ends.length === 0) await logStart(run, pools, limits);

  // Slots are compared in order whichever reply comes first; their solutions are asked for side by side.
  const compared = new Map<number, Promise<ComparedSlot>>();
  let before: Promise<unknown> = Promise.resolve();
  const ask = (slot: number) => {
    const instructions = [...pools.instructions, ...own.slice(0, seenBy(slot, limits)).flat()];
    const asked = askSlot(tools, slot, { seeds: pools.seeds, instructions });
    const turn = before.then(async () => compareSlot(tools, await asked));
    compared.set(slot, turn);
    // A slot that fails stops the run when its turn to be settled comes.
    before = turn.catch(() => {});
    asked.catch(() => {});
  };

  await report(run, state, counts, callers);
  for (let slot = state.settled; slot < state.asked; slot += 1) ask(slot);
  for (;;) {
    const next = askAll(state, limits);
    state = next.state;
    for (const slot of next.slots) ask(slot);
    if (state.asked === state.settled) break;
    const slot = state.settled;
    const end = await settleSlot(run, await taken(compared, slot), counts);
    own.push(await acceptedInSlot(run.id, slot));
    state = settle(state, end);
    await report(run, state, counts, callers);
  }
  const stopped = stopOf(state, limits) ?? "calls";
  await run.log([{ level: stopped === "wanted" ? "info" : "warning", message: STOPPED[stopped] }]);
  return { ...counts, stopped };
}

async function taken(compared: Map<number, Promise<ComparedSlot>>, slot: number): Promise<ComparedSlot> {
  const found = compared.get(slot);
  if (!found) throw new Error(`slot ${slot} is to be settled and wasn't asked for`);
  compared.delete(slot);
  return found;
}

async function settleSlot(run: RunHandle, compared: ComparedSlot, counts: CandidateCounts) {
  const candidates = await compared.candidates;
  const { slot, fault, callId, calls, outcome } = compared;
  const written = await sql().begin((tx) => writeCandidates(tx, run, { slot, fault, callId }, candidates));
  const accepted = written.filter(({ state }) => state === "accepted").length;
  counts.accepted += accepted;
  counts.dropped += written.length - accepted;
  counts.solutions += calls.length - 1;
  if (fault !== null) {
    counts.unparsed += 1;
    const message = `Request ${slot} gave no candidates: ${fault}`;
    if (counts.unparsed <= LOGGED_FAULTS) await run.log([{ level: "warning", message }]);
  }
  return { accepted, cost: await costOfCalls(run.id, calls), outcome };
}

/** A slot costs at most its request, with the longest problems in its prompt, and the solutions of its problems. */
function limitsOf({ run, writer, solver, prompts, room }: SlotTools, pools: Pools): Limits {
  const { wanted, perCall, calls, window, budget, seeds, instructions, solutions, subdomains } =
    run.parameters;
  const text = "x".repeat(room ?? 0);
  const names = [...pools.seeds, ...pools.instructions].map(({ subdomain }) => subdomain ?? "");
  const subdomain = [...subdomains, ...names].reduce((one, other) =>
    Buffer.byteLength(other) > Buffer.byteLength(one) ? other : one,
  );
  const shown = Array.from({ length: seeds + instructions }, () => ({ text, subdomain }));
  const request = instructRequestOf(prompts.instruct, shown, run.parameters, subdomain || null, 0);
  const solve = solveRequestOf(prompts.solve, text, 0);
  const ceiling = writer.ceiling(request) + perCall * solutions * solver.ceiling(solve);
  return { wanted, perCall, calls, window, budget, ceiling };
}

async function logStart(
  run: RunHandle<InstructParameters>,
  pools: Pools,
  { window, ceiling, budget }: Limits,
): Promise<void> {
  const message = `Draws on ${pools.seeds.length} seeds and ${pools.instructions.length} instructions, with up to ${window} requests between what is asked and what is settled.`;
  const price = `A request with its solutions costs at most $${ceiling.toFixed(4)}.`;
  await run.log([{ level: "info", message: budget === null ? message : `${message} ${price}` }]);
}

async function report(
  run: RunHandle<InstructParameters>,
  state: Pipeline,
  counts: CandidateCounts,
  callers: readonly ModelCaller[],
): Promise<void> {
  const spent = callers.map((caller) => caller.spent());
  const sum = (of: (one: (typeof spent)[number]) => number) =>
    spent.reduce((total, one) => total + of(one), 0);
  await run.progress({
    done: Math.min(state.accepted, run.parameters.wanted),
    total: run.parameters.wanted,
    counts: {
      ...counts,
      requests: state.asked,
      inputTokens: sum(({ inputTokens }) => inputTokens),
      outputTokens: sum(({ outputTokens }) => outputTokens),
      costMicros: Math.round(sum(({ cost }) => cost) * 1e6),
      lost: sum(({ lost }) => lost),
    },
  });
}
