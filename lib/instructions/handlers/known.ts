import { MEASURES } from "#lib/similarity/measure.ts";
import type { FoundNearest, FoundNeighbour } from "../judge-candidate.ts";
import { knownProblems, passedCandidates } from "../store/known-texts.ts";
import { type Nearest, type Novelty, openNovelty } from "./novelty.ts";

export interface Compared {
  nearest: FoundNearest;
  /** The nearest problem of the test split, by ROUGE-L. */
  nearestTest: FoundNeighbour | null;
}

/** All that a candidate is compared with: the project's problems, and the run's own candidates before it. */
export interface Known {
  /** Compares a candidate with what is known, then adds it. One at a time, in the run's order. */
  compare(candidate: { slot: number; place: number; text: string }): Promise<Compared>;
  close(): Promise<void>;
}

/** Reads in the problems up to `lastProblem`, and the candidates that the run has dealt with before it was stopped. */
export async function openKnown(
  run: { readonly id: number; readonly projectId: number },
  { lastProblem, stem }: { lastProblem: number; stem: boolean },
): Promise<Known> {
  const all = openNovelty({ stem });
  // Nearness to the test split is judged by this measure alone.
  const tests = openNovelty({ stem, measures: ["rouge-l"] });
  const own: { slot: number; place: number }[] = [];

  async function close(): Promise<void> {
    await Promise.all([all.close(), tests.close()]);
  }

  async function add(candidates: readonly { slot: number; place: number; text: string }[]): Promise<void> {
    // Problems have their row numbers as keys, the run's own candidates the negative of their ordinals.
    const entries = candidates.map(({ slot, place, text }) => ({ key: -own.push({ slot, place }), text }));
    await all.add(entries);
  }

  function found(neighbour: { key: number; score: number }): FoundNeighbour {
    const { key, score } = neighbour;
    const place = own[-key - 1];
    return { of: key < 0 && place ? place : { problem: key }, score };
  }

  try {
    await fill(all, tests, run, lastProblem);
    await add(await passedCandidates(run.id));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async compare(candidate) {
      const [[near], [nearTest]] = await Promise.all([
        all.nearest([candidate.text]),
        tests.nearest([candidate.text]),
      ]);
      await add([candidate]);
      const test = nearTest?.["rouge-l"];
      return { nearest: near ? nearestOf(near, found) : {}, nearestTest: test ? found(test) : null };
    },
    close,
  };
}

async function fill(all: Novelty, tests: Novelty, run: { projectId: number }, last: number): Promise<void> {
  for await (const problems of knownProblems(run, last)) {
    const entries = problems.map(({ id, text }) => ({ key: id, text }));
    const tested = problems.flatMap(({ id, text, split }) => (split === "test" ? { key: id, text } : []));
    await Promise.all([all.add(entries), tests.add(tested)]);
  }
}

function nearestOf(
  near: Nearest,
  found: (neighbour: { key: number; score: number }) => FoundNeighbour,
): FoundNearest {
  const nearest: FoundNearest = {};
  for (const measure of MEASURES) {
    const neighbour = near[measure];
    if (neighbour) nearest[measure] = found(neighbour);
  }
  return nearest;
}
