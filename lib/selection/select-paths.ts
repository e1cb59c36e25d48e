import type { Segment } from "#lib/paths/contract.ts";
import { type Chosen, chooseDistant } from "./choose-distant.ts";
import type { DistanceMeasure, DropReason, KeepReason, SelectionRule } from "./contract.ts";
import { type Distance, openDistance } from "./distance.ts";
import { firstFault, type GateFacts, type GateStep } from "./gates.ts";
import { type Reasoning, reasoningOf } from "./reasoning.ts";

/** What a rule asks for once it is known which paths are meant. */
export type ChoiceRule = Pick<
  SelectionRule,
  "gates" | "duplicates" | "k" | "distance" | "embedding" | "least" | "exactUpTo"
>;

/** A path of a problem, as selection sees it. `id` orders paths that are preferred alike. */
export interface SelectablePath extends Omit<GateFacts, "words" | "hasCode"> {
  id: number;
  segments: readonly Segment[];
  /** Of length 1; needed for the distance of embeddings alone. */
  vector?: Float32Array | null;
}

/** What became of a path. `nearest` is the id of the nearest kept one (of another one, for a kept path). */
export interface SelectedPath {
  id: number;
  kept: boolean;
  reason: KeepReason | DropReason;
  detail: string | null;
  /** Of a kept one, from 0. */
  place: number | null;
  distance: number | null;
  nearest: number | null;
  shape: string;
  /** The gate that it didn't pass. */
  step: GateStep | "embedded" | "duplicates" | null;
}

/** A path with its reasoning. */
export interface ReadPath {
  path: SelectablePath;
  reasoning: Reasoning;
  /** Place among all, for distances. */
  at: number;
}

/**
 * Reads the paths of one problem and puts them into the order of preference: a better reward rank, then a higher
 * critique, then a lower id.
 */
export function readPaths(paths: readonly SelectablePath[]): ReadPath[] {
  return paths
    .toSorted((a, b) => byRank(a, b) || byCritique(a, b) || a.id - b.id)
    .map((path, at) => ({ path, reasoning: reasoningOf(path.segments), at }));
}

/** Distances between the paths, each measured at most once. */
export function distancesOf(all: readonly ReadPath[], measure: DistanceMeasure): Distance {
  const distance = openDistance(
    measure,
    all.map(({ reasoning, path: { vector } }) => ({ ...reasoning, vector: vector ?? null })),
  );
  const known = new Map<number, number>();
  return (a, b) => {
    const key = Math.min(a, b) * all.length + Math.max(a, b);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = distance(a, b);
    known.set(key, found);
    return found;
  };
}

/**
 * Selects among the paths of one problem: gates, then duplicates out, then the k mutually most distant. The same set
 * whatever order the paths come in.
 */
export function selectPaths(paths: readonly SelectablePath[], rule: ChoiceRule): SelectedPath[] {
  const all = readPaths(paths);
  return selectRead(all, rule, distancesOf(all, rule.distance));
}

/** The same, of paths that are read already. `distance` takes their places. */
export function selectRead(all: readonly ReadPath[], rule: ChoiceRule, distance: Distance): SelectedPath[] {
  const dropped: Dropped = new Map();
  const embedded = withVectors(throughGates(all, rule, dropped), rule, dropped);
  const candidates = withoutDuplicates(embedded, rule, dropped);
  const ofReadPaths: Distance = (a, b) => distance(candidates[a]?.at ?? 0, candidates[b]?.at ?? 0);
  const chosen = chooseDistant(candidates.length, ofReadPaths, rule);
  return outcomes(all, candidates, chosen, { dropped, distance, rule });
}

function byRank(a: SelectablePath, b: SelectablePath): number {
  return (a.rewardRank ?? Number.MAX_SAFE_INTEGER) - (b.rewardRank ?? Number.MAX_SAFE_INTEGER);
}

function byCritique(a: SelectablePath, b: SelectablePath): number {
  return (b.critique ?? 0) - (a.critique ?? 0);
}

type Dropped = Map<number, Pick<SelectedPath, "reason" | "detail" | "step">>;

function throughGates(all: readonly ReadPath[], { gates }: ChoiceRule, dropped: Dropped): ReadPath[] {
  return all.filter(({ path, reasoning }) => {
    const hasCode = path.segments.some(({ type }) => type === "code");
    const fault = firstFault({ ...path, words: reasoning.words.length, hasCode }, gates);
    if (fault) dropped.set(path.id, fault);
    return fault === null;
  });
}

/** Without a vector nobody can say how far a path is from others. */
function withVectors(
  candidates: readonly ReadPath[],
  { distance, embedding }: ChoiceRule,
  dropped: Dropped,
): readonly ReadPath[] {
  if (distance !== "embedding") return candidates;
  return candidates.filter(({ path }) => {
    if (path.vector) return true;
    const detail = `${embedding} hasn't embedded it.`;
    dropped.set(path.id, { reason: "unembedded", detail, step: "embedded" });
    return false;
  });
}

function withoutDuplicates(
  candidates: readonly ReadPath[],
  { duplicates }: ChoiceRule,
  dropped: Dropped,
): ReadPath[] {
  if (duplicates === "none") return [...candidates];
  const first = new Map<string, number>();
  return candidates.filter(({ path, reasoning }) => {
    const key = duplicates === "text" ? JSON.stringify(reasoning.words) : reasoning.shape;
    const before = first.get(key);
    if (before === undefined) first.set(key, path.id);
    else {
      const same = duplicates === "text" ? "The same words" : "The same reasoning";
      dropped.set(path.id, {
        reason: "duplicate",
        detail: `${same} as a path that is preferred to it.`,
        step: "duplicates",
      });
    }
    return before === undefined;
  });
}

function outcomes(
  all: readonly ReadPath[],
  candidates: readonly ReadPath[],
  chosen: readonly Chosen[],
  { dropped, distance, rule }: { dropped: Dropped; distance: Distance; rule: ChoiceRule },
): SelectedPath[] {
  const kept = chosen.flatMap(({ item }) => candidates[item] ?? []);
  const placeOf = new Map(kept.map(({ path }, place) => [path.id, place]));
  const idOf = (item: number | null | undefined) =>
    item === null || item === undefined ? null : (candidates[item]?.path.id ?? null);
  const keepsAll = chosen.length === candidates.length;
  return all.map(({ path, reasoning: { shape }, at }): SelectedPath => {
    const { id } = path;
    const place = placeOf.get(id);
    if (place !== undefined) {
      const { distance: away = null, nearest } = chosen[place] ?? {};
      const reason = keepsAll ? "all_kept" : place === 0 ? "first" : "most_distant";
      return {
        id,
        kept: true,
        reason,
        detail: null,
        place,
        distance: away,
        nearest: idOf(nearest),
        shape,
        step: null,
      };
    }
    const isPlaced = rule.distance !== "embedding" || Boolean(path.vector);
    const near = isPlaced ? nearestOf(at, kept, distance) : null;
    const why = dropped.get(id) ?? crowdedOut(near?.distance ?? 0, kept.length, rule);
    return {
      id,
      kept: false,
      ...why,
      place: null,
      distance: near?.distance ?? null,
      nearest: near?.id ?? null,
      shape,
    };
  });
}

function nearestOf(
  at: number,
  kept: readonly ReadPath[],
  distance: Distance,
): { id: number; distance: number } | null {
  let nearest: { id: number; distance: number } | null = null;
  for (const { path, at: other } of kept) {
    const away = distance(other, at);
    if (nearest === null || away < nearest.distance) nearest = { id: path.id, distance: away };
  }
  return nearest;
}

function crowdedOut(away: number, kept: number, { k, least }: ChoiceRule) {
  if (away < least || kept < k) {
    const detail = `Nearer than ${least} to a kept path.`;
    return { reason: "too_near" as const, detail, step: null };
  }
  const detail =
    kept === 1
      ? "One is kept, and that is preferred to it."
      : `The ${kept} kept ones are farther from each other.`;
  return { reason: "crowded" as const, detail, step: null };
}
