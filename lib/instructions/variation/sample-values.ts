import type { Template, TemplateParameter } from "../contract/variation.ts";
import { type Random, sampleOf } from "../random.ts";
import { type Constraint, holds, parseConstraint, type Values } from "./constraint.ts";
import { tidy } from "./default-range.ts";

/** Up to so many combinations all are looked at, so that it is known when there are no more. */
const LISTED = 20_000;
/** Beyond, the search for one more gives up after so many draws. */
const DRAWS = 20_000;

function choicesOf({ varies, min, max, step }: TemplateParameter): number {
  if (!varies) return 1;
  return max >= min && step > 0 ? Math.floor((max - min) / step + 1e-9) + 1 : 0;
}

function choice({ value, varies, min, step }: TemplateParameter, at: number): number {
  return varies ? tidy(min + at * step) : value;
}

/** Constraints that can be read; others hold for nothing. */
function readAll({ constraints, parameters }: Template): Constraint[] | null {
  const names = parameters.map(({ name }) => name);
  const read = constraints.map((text) => parseConstraint(text, names));
  const readable = read.flatMap((one) => (one.ok ? one.constraint : []));
  return readable.length === read.length ? readable : null;
}

/**
 * Gives a template's other values, one after the other: each within its range and step, together within the
 * constraints, never the seed's own and none twice. The order depends on `random` alone. Ends when there are no more,
 * or, of more than 20,000 combinations, when 20,000 draws found none.
 */
export function* sampleValues(template: Template, random: Random): Generator<Values> {
  const { parameters } = template;
  const constraints = readAll(template);
  if (constraints === null) return;
  const counts = parameters.map(choicesOf);
  const size = counts.reduce((product, count) => product * count, 1);
  const own = JSON.stringify(parameters.map(({ value }) => value));
  const valuesAt = (places: readonly number[]) => parameters.map((each, at) => choice(each, places[at] ?? 0));
  const named = (numbers: readonly number[]): Values =>
    Object.fromEntries(parameters.map(({ name }, at) => [name, numbers[at] ?? 0]));
  const isFit = (numbers: readonly number[]) =>
    JSON.stringify(numbers) !== own && constraints.every((constraint) => holds(constraint, named(numbers)));

  if (size <= LISTED) {
    const order = sampleOf(
      Array.from({ length: size }, (_, at) => at),
      size,
      random,
    );
    for (const ordinal of order) {
      let rest = ordinal;
      const places = counts.map((count) => {
        const place = rest % count;
        rest = Math.floor(rest / count);
        return place;
      });
      const numbers = valuesAt(places);
      if (isFit(numbers)) yield named(numbers);
    }
    return;
  }
  const seen = new Set<string>();
  for (let draws = 0; draws < DRAWS; draws += 1) {
    const numbers = valuesAt(counts.map((count) => Math.floor(random() * count)));
    const key = JSON.stringify(numbers);
    if (seen.has(key) || !isFit(numbers)) continue;
    seen.add(key);
    draws = -1;
    yield named(numbers);
  }
}
