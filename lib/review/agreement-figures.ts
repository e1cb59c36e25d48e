import { type BootstrapOptions, bootstrapInterval } from "#lib/statistics/bootstrap-interval.ts";
import { fleissKappa } from "#lib/statistics/fleiss-kappa.ts";
import { krippendorffAlpha } from "#lib/statistics/krippendorff-alpha.ts";
import { percentAgreement } from "#lib/statistics/percent-agreement.ts";
import { seeded } from "#lib/statistics/seeded.ts";
import type { AgreementFigure, AgreementOf } from "./contract/agreement.ts";
import type { TaskKind } from "./contract.ts";

/** One standing answer to a unit. */
export interface Vote {
  reviewer: string;
  category: string;
}

/** The answers to one unit. */
export type VotedUnit = readonly Vote[];

const WHY = {
  no_pairs: "No unit has two answers yet.",
  one_value: "Everybody always said the same, so chance alone would agree as well.",
  unequal_raters: "The units have different numbers of answers.",
} as const;

const SEED = 1;
const SAMPLES = 500;

/** Agreement over a set of units, with 95 % intervals by bootstrap over units. */
export function agreementOf(units: readonly VotedUnit[], kind: TaskKind): AgreementOf {
  const shared = units.filter((unit) => unit.length > 1);
  const categories = shared.map((unit) => unit.map(({ category }) => category));
  const ordered = orderedValues(shared, kind);
  const equal = mostFrequentSize(categories);
  return {
    units: shared.length,
    percent: measured(categories, (sample) => ofPercent(percentAgreement(sample))),
    alphaNominal: measured(categories, (sample) => ofAlpha(krippendorffAlpha(sample, "nominal"))),
    alphaOrdinal:
      ordered === null ? null : measured(ordered, (sample) => ofAlpha(krippendorffAlpha(sample, "ordinal"))),
    fleiss: measured(equal, (sample) => ofFleiss(sample)),
  };
}

/** A figure of units, or why there is none. */
type Found = { value: number } | { why: string };

function measured<Unit>(units: readonly Unit[], figure: (units: readonly Unit[]) => Found): AgreementFigure {
  const found = figure(units);
  if ("why" in found) return { kind: "undefined", why: found.why };
  const options: BootstrapOptions = { samples: SAMPLES, random: seeded(SEED) };
  const interval = bootstrapInterval(
    units,
    (sample) => {
      const one = figure(sample);
      return "value" in one ? one.value : null;
    },
    options,
  );
  const known = interval.kind === "defined";
  return {
    kind: "defined",
    value: found.value,
    low: known ? interval.low : null,
    high: known ? interval.high : null,
  };
}

function ofPercent(found: ReturnType<typeof percentAgreement>): Found {
  return found.kind === "defined" ? { value: found.agreement } : { why: WHY[found.reason] };
}

function ofAlpha(found: ReturnType<typeof krippendorffAlpha>): Found {
  return found.kind === "defined" ? { value: found.alpha } : { why: WHY[found.reason] };
}

function ofFleiss(units: readonly (readonly string[])[]): Found {
  const columns = new Map<string, number>();
  for (const category of units.flat()) if (!columns.has(category)) columns.set(category, columns.size);
  const found = fleissKappa(
    units.map((unit) => {
      const counts = new Array<number>(columns.size).fill(0);
      for (const category of unit) {
        const at = columns.get(category) ?? 0;
        counts[at] = (counts[at] ?? 0) + 1;
      }
      return counts;
    }),
  );
  return found.kind === "defined" ? { value: found.kappa } : { why: WHY[found.reason] };
}

/** Fleiss' kappa needs the same number of answers of each unit: those with the number that most of them have. */
function mostFrequentSize(units: readonly (readonly string[])[]): (readonly string[])[] {
  const counts = new Map<number, number>();
  for (const { length } of units) counts.set(length, 1 + (counts.get(length) ?? 0));
  const [most] = [...counts].toSorted(([a, n], [b, m]) => m - n || b - a);
  return units.filter(({ length }) => length === most?.[0]);
}

const PAIR_ORDER: Record<string, number> = { second: -1, tie: 0, first: 1 };

/**
 * Answers as numbers where they have an order: grades; of pairs second < tie < first, "both bad" left out, for it has
 * no place between them. Null of the other kinds.
 */
function orderedValues(units: readonly VotedUnit[], kind: TaskKind): number[][] | null {
  if (kind === "score") return units.map((unit) => unit.map(({ category }) => Number(category)));
  if (kind !== "pair") return null;
  return units.map((unit) => unit.flatMap(({ category }) => PAIR_ORDER[category] ?? []));
}
