import type { SelectionRule } from "./contract.ts";
import { GATE_STEPS, type GateStep, isGateSet } from "./gates.ts";
import { distancesOf, type ReadPath, readPaths, type SelectablePath, selectRead } from "./select-paths.ts";

/** Steps of the funnel after "all": the gates that ask for something, embeddings where they are needed, duplicates. */
export type FunnelStep = GateStep | "embedded" | "duplicates";

/** What a rule keeps of one problem, and how that changes. */
export interface ProblemPreview {
  /** Paths left after each step. */
  left: Map<FunnelStep, number>;
  byK: { k: number; kept: number; narrow: number | null }[];
  byCritique: number[];
  byReward: number[];
}

export const MOST_K = 8;
export const GRADES = Array.from({ length: 10 }, (_, at) => at + 1);
export const RANKS = Array.from({ length: 8 }, (_, at) => at + 1);

/** The values of k that are looked at: 1 to 8, and the rule's own. */
export function ksOf(rule: Pick<SelectionRule, "k">): number[] {
  const ks = Array.from({ length: MOST_K }, (_, at) => at + 1);
  return rule.k > MOST_K ? [...ks, rule.k] : ks;
}

export function stepsOf(rule: Pick<SelectionRule, "gates" | "distance" | "duplicates">): FunnelStep[] {
  return [
    ...GATE_STEPS.filter((step) => isGateSet(step, rule.gates)),
    ...(rule.distance === "embedding" ? (["embedded"] as const) : []),
    ...(rule.duplicates === "none" ? [] : (["duplicates"] as const)),
  ];
}

/** Looks at one problem's paths under a rule and its neighbours. Distances are measured once for all of them. */
export function previewProblem(paths: readonly SelectablePath[], rule: SelectionRule): ProblemPreview {
  const all = readPaths(paths);
  const distance = distancesOf(all, rule.distance);
  const keptWith = (changed: SelectionRule) => selectRead(all, changed, distance).filter(({ kept }) => kept);
  const { critique, reward } = rule.gates;
  return {
    left: funnelOf(all, rule, distance),
    byK: ksOf(rule).map((k) => {
      const kept = keptWith({ ...rule, k });
      const away = kept.flatMap((one) => one.distance ?? []);
      return { k, kept: kept.length, narrow: kept.length > 1 ? Math.min(...away) : null };
    }),
    byCritique: critique
      ? GRADES.map((atLeast) => keptWith(withGates(rule, { critique: { ...critique, atLeast } })).length)
      : [],
    byReward: reward
      ? RANKS.map((rankAtMost) => keptWith(withGates(rule, { reward: { ...reward, rankAtMost } })).length)
      : [],
  };
}

function withGates(rule: SelectionRule, part: Partial<SelectionRule["gates"]>): SelectionRule {
  return { ...rule, gates: { ...rule.gates, ...part } };
}

function funnelOf(
  all: readonly ReadPath[],
  rule: SelectionRule,
  distance: (a: number, b: number) => number,
): Map<FunnelStep, number> {
  const found = selectRead(all, rule, distance);
  let left = all.length;
  return new Map(
    stepsOf(rule).map((step) => {
      left -= found.filter((one) => one.step === step).length;
      return [step, left];
    }),
  );
}
