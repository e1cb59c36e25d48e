import { seededRandom } from "#lib/instructions/random.ts";
import type { TrainParameters } from "../jobs.ts";
import { countMeant, nextProblems, preferencesOf } from "../store/training/problems.ts";
import { rawRows } from "../trained/feature-rows.ts";
import { labelOf } from "../trained/labels.ts";
import { isHeldOut } from "../trained/split.ts";
import type { LabelledRow, PreferredRows } from "../trained/train.ts";

/** So many paths are learnt from at most: they are held all at once. Of more, a seeded choice of problems stands for all. */
export const MOST_PATHS = 20_000;
const BATCH = 100;

export interface TrainingRows {
  train: LabelledRow[];
  heldOut: LabelledRow[];
  preferred: PreferredRows[];
  /** The share of the problems that was looked at. */
  share: number;
}

/** Reads what there is to learn from. Paths that people wrote are no labels: they may be the reference itself. */
export async function trainingRows(
  projectId: number,
  { labels, heldOut, seed, last }: TrainParameters,
  rest: () => Promise<void>,
): Promise<TrainingRows> {
  const { paths } = await countMeant(projectId, {}, last);
  const share = Math.min(1, MOST_PATHS / Math.max(1, paths));
  const rows: TrainingRows = { train: [], heldOut: [], preferred: [], share };
  for (let after = 0; ; ) {
    const problems = await nextProblems({ projectId, last, filter: {}, after, size: BATCH });
    const end = problems.at(-1);
    if (!end) return rows;
    after = end.problemId;
    await rest();
    const looked = problems.filter(({ problemId }) => seededRandom(seed, problemId, 1)() < share);
    const preferences = labels.includes("judgements")
      ? await preferencesOf(
          projectId,
          looked.map(({ problemId }) => problemId),
        )
      : [];
    const judged = new Set(preferences.flatMap(({ better, worse }) => [better, worse]));
    const places = new Map<number, number>();
    for (const { problemId, text, paths: known } of looked) {
      const raw = rawRows(text, known);
      const into = isHeldOut(problemId, seed, heldOut) ? rows.heldOut : rows.train;
      for (const [at, path] of known.entries()) {
        const row = raw[at];
        const label = path.isModels ? labelOf(path, labels) : null;
        if (!row || (label === null && !judged.has(path.id))) continue;
        // A path that people have only compared is as good as bad by itself.
        into.push({ row, group: problemId, ...(label ?? { label: 0.5, weight: 0 }) });
        if (into === rows.train) places.set(path.id, into.length - 1);
      }
    }
    for (const { better, worse } of preferences) {
      const [one, other] = [places.get(better), places.get(worse)];
      if (one !== undefined && other !== undefined) rows.preferred.push({ better: one, worse: other });
    }
  }
}
