import { sql } from "#lib/db.ts";
import { handle, type RunHandle, type RunResult } from "#lib/jobs/job.ts";
import { watched } from "#lib/jobs/watched.ts";
import { askProgram } from "#lib/python/ask-program.ts";
import { decideAnswers } from "#lib/python/decide.ts";
import { sandbox } from "#lib/python/process-sandbox.ts";
import { gateFault } from "../gates.ts";
import { type VaryParameters, varyJob } from "../jobs.ts";
import { judgeCandidate } from "../judge-candidate.ts";
import { sameTexts } from "../store/same-texts.ts";
import { type SeedProgram, seedProgram, varyingSeeds } from "../store/seed-programs.ts";
import { countReasons, countRun, settledSlots } from "../store/slot-ends.ts";
import { type NewCandidate, writeCandidates } from "../store/write-candidates.ts";
import { valuesToTry } from "../variation/preview-variants.ts";
import {
  type NoTemplate,
  type OpenTemplate,
  openTemplate,
  solutionOf,
  type Tools,
  type TriedVariant,
  tryVariant,
} from "../variation/try-variant.ts";
import { type Known, openKnown } from "./known.ts";

const LIMITS = { milliseconds: 10_000 };
/** Programs that run side by side before the first of them is looked at. */
const BATCH = 4;
/** After so many programs in a row that fail, a seed's other values would fail too. */
const PATIENCE = 20;

export const varyHandler = handle(varyJob, (run) => watched(run, () => vary(run)));

/**
 * Each seed is one slot, numbered as the seed: its variants, kept or not, are written together, so that a run that goes
 * on leaves out the seeds that it has dealt with, and does the one that it was at again, with the same values.
 */
async function vary(run: RunHandle<VaryParameters>): Promise<RunResult> {
  const { problems, lastProblem } = run.parameters;
  const seeds = await varyingSeeds(run.projectId, problems, lastProblem);
  const settled = await settledSlots(run.id);
  const counts = await countsOf(run.id);
  const known = await openKnown(run, run.parameters);
  try {
    await report(run, counts, settled.size, seeds.length);
    for (const [at, id] of seeds.entries()) {
      if (settled.has(id)) continue;
      const { fault, candidates } = await varySeed(run, known, id);
      const written = await sql().begin((tx) =>
        writeCandidates(tx, run, { slot: id, fault, callId: null }, candidates),
      );
      for (const { state, reason } of written) {
        for (const name of reason === null ? [state] : [state, reason])
          counts[name] = (counts[name] ?? 0) + 1;
      }
      if (fault !== null)
        await run.log([{ level: "warning", message: `Problem ${id} doesn't vary. ${fault}` }]);
      await report(run, counts, at + 1, seeds.length);
    }
  } finally {
    await known.close();
  }
  return { ...(await countsOf(run.id)), seeds: seeds.length };
}

async function countsOf(runId: number): Promise<Record<string, number>> {
  const { accepted, dropped } = await countRun(runId);
  return { accepted, dropped, ...(await countReasons(runId)) };
}

async function report(
  run: RunHandle,
  counts: Readonly<Record<string, number>>,
  done: number,
  total: number,
): Promise<void> {
  await run.progress({ done, total, counts: { ...counts, seeds: done } });
}

function toolsOf({ signal }: RunHandle): Tools {
  return {
    run: (program) => askProgram(sandbox, program, { limits: LIMITS, signal }),
    compare: async (reference, prediction) => {
      const [found] = await decideAnswers(sandbox, [{ reference, prediction }], signal);
      return found ?? { outcome: "undecided", reason: "it can't be compared" };
    },
  };
}

interface Varied {
  /** Why there are no candidates; null where there are. */
  fault: string | null;
  candidates: NewCandidate[];
}

async function varySeed(run: RunHandle<VaryParameters>, known: Known, id: number): Promise<Varied> {
  const seed = await seedProgram(run, id);
  const tools = toolsOf(run);
  const opened: OpenTemplate | NoTemplate = await openTemplate(tools, seed, seed.saved);
  if ("reason" in opened) return { fault: opened.reason, candidates: [] };
  const { perSeed, tries, seed: chance } = run.parameters;
  const values = valuesToTry(opened.template, { problem: id, seed: chance, tries });
  const candidates: NewCandidate[] = [];
  let accepted = 0;
  let failed = 0;
  for (let at = 0; at < values.length && accepted < perSeed && failed < PATIENCE; at += BATCH) {
    const tried = await Promise.all(
      values.slice(at, at + BATCH).map((one) => tryVariant(tools.run, opened, one)),
    );
    const texts = tried.map(({ text }) => text);
    const same = await sameTexts(run.projectId, texts, run.parameters.lastProblem);
    for (const variant of tried) {
      if (accepted === perSeed) break;
      const candidate = await candidateOf(run, known, { place: candidates.length, seed, same }, variant);
      candidates.push(candidate);
      if (candidate.judgement.state === "accepted") accepted += 1;
      failed = variant.answer === null ? failed + 1 : 0;
    }
  }
  return { fault: candidates.length === 0 ? nothing(opened) : null, candidates };
}

function nothing({ template }: OpenTemplate): string {
  const why = template.constraints.length > 0 ? "hold to its constraints" : "differ from the seed's";
  return `No values in its ranges ${why}.`;
}

async function candidateOf(
  run: RunHandle<VaryParameters>,
  known: Known,
  { place, seed, same }: { place: number; seed: SeedProgram; same: ReadonlyMap<string, number> },
  variant: TriedVariant,
): Promise<NewCandidate> {
  const { values, text, answer, refused } = variant;
  const candidate = {
    place,
    method: "variation" as const,
    text,
    answer,
    solution: answer === null ? null : solutionOf(variant),
    subdomainId: seed.subdomainId,
    parents: [seed.key],
    values,
  };
  const fault = refused ?? gateFault(text, run.parameters.gates) ?? duplicateFault(same.get(text));
  if (fault) return { ...candidate, judgement: { state: "dropped", ...fault }, nearest: {} };
  const { nearest, nearestTest } = await known.compare({ slot: seed.id, place, text });
  return { ...candidate, judgement: judgeCandidate(nearest, nearestTest, run.parameters), nearest };
}

function duplicateFault(problem: number | undefined) {
  if (problem === undefined) return null;
  return { reason: "duplicate" as const, detail: `Problem ${problem} has the same statement.` };
}
