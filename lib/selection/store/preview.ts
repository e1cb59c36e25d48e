import type { ProjectScope } from "#lib/auth/scope.ts";
import { lastPath } from "#lib/scoring/store/last-path.ts";
import type { SelectionPreview, SelectionRule } from "../contract.ts";
import { type FunnelStep, GRADES, ksOf, previewProblem, RANKS, stepsOf } from "../preview-problem.ts";
import { needRule } from "./need-rule.ts";
import { type Considered, countConsidered, nextSelectable } from "./selectable.ts";

/** A preview reads about so many paths at most; of more, a share of the problems stands for all. */
const MOST_PATHS = 20_000;
const BATCH = 200;

const STEP_WORDS: Record<FunnelStep, string> = {
  verdict: "Verdict",
  whole: "Whole",
  executes: "Code runs",
  steps: "Arithmetic right",
  length: "Length",
  critique: "Critique",
  reward: "Reward rank",
  embedded: "Embedded",
  duplicates: "Different reasoning",
};

/** What a rule would keep, and how that changes with k and with its thresholds. Nothing is written. */
export async function previewSelection(scope: ProjectScope, rule: SelectionRule): Promise<SelectionPreview> {
  await needRule(scope, rule);
  const task: Considered = { projectId: scope.projectId, rule, last: await lastPath(scope.projectId) };
  const total = await countConsidered(task);
  const share = Math.min(1, MOST_PATHS / Math.max(1, total.paths));
  const sums = newSums(rule);
  for (let after = 0; ; ) {
    const batch = await nextSelectable(task, { after, size: BATCH, share });
    const end = batch.at(-1);
    if (!end) break;
    for (const { paths } of batch) sums.add(paths);
    after = end.problemId;
  }
  const scale = share < 1 && sums.looked.paths > 0 ? total.paths / sums.looked.paths : 1;
  return { exact: share === 1, looked: sums.looked, total, ...sums.scaled(scale) };
}

type Paths = Parameters<typeof previewProblem>[0];

function newSums(rule: SelectionRule) {
  const looked = { problems: 0, paths: 0 };
  const steps = stepsOf(rule).map((step) => ({ step, paths: 0, problems: 0 }));
  const byK = ksOf(rule).map((k) => ({ k, kept: 0, narrow: 0, wide: 0 }));
  const byCritique = rule.gates.critique ? GRADES.map((atLeast) => ({ atLeast, kept: 0, problems: 0 })) : [];
  const byReward = rule.gates.reward ? RANKS.map((rankAtMost) => ({ rankAtMost, kept: 0, problems: 0 })) : [];

  function add(paths: Paths): void {
    const found = previewProblem(paths, rule);
    looked.problems += 1;
    looked.paths += paths.length;
    for (const sum of steps) count(sum, found.left.get(sum.step) ?? 0, "paths");
    for (const [at, sum] of byK.entries()) {
      const { kept = 0, narrow = null } = found.byK[at] ?? {};
      sum.kept += kept;
      if (narrow === null) continue;
      sum.narrow += narrow;
      sum.wide += 1;
    }
    for (const [at, sum] of byCritique.entries()) count(sum, found.byCritique[at] ?? 0, "kept");
    for (const [at, sum] of byReward.entries()) count(sum, found.byReward[at] ?? 0, "kept");
  }

  function scaled(scale: number) {
    const up = (value: number) => Math.round(value * scale);
    const all = { step: "All", paths: up(looked.paths), problems: up(looked.problems) };
    return {
      funnel: [
        all,
        ...steps.map(({ step, paths, problems }) => ({
          step: STEP_WORDS[step],
          paths: up(paths),
          problems: up(problems),
        })),
      ],
      byK: byK.map(({ k, kept, narrow, wide }) => ({
        k,
        kept: up(kept),
        meanDistance: wide === 0 ? null : narrow / wide,
      })),
      byCritique: byCritique.map((sum) => ({ ...sum, kept: up(sum.kept), problems: up(sum.problems) })),
      byReward: byReward.map((sum) => ({ ...sum, kept: up(sum.kept), problems: up(sum.problems) })),
    };
  }

  return { looked, add, scaled };
}

/** Adds a problem's number, and the problem itself where there is any. */
function count<Key extends string>(sum: Record<Key | "problems", number>, value: number, key: Key): void {
  sum[key] += value;
  if (value > 0) sum.problems += 1;
}
