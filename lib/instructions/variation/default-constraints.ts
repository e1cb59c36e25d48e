import type { TemplateParameter } from "../contract/variation.ts";
import type { StatementNumber } from "./statement-numbers.ts";

const MOST_PARTS = 4;
const MOST_NUMBERS = 12;

function parameterAt(
  parameters: readonly TemplateParameter[],
  number: StatementNumber,
): TemplateParameter | undefined {
  return parameters.find(({ statement }) => statement.some(({ start }) => start === number.start));
}

/** A proper fraction stays one. */
function fractions(parameters: readonly TemplateParameter[], numbers: readonly StatementNumber[]): string[] {
  return numbers.flatMap((under, at) => {
    const over = numbers[at - 1];
    if (under.fraction !== "under" || over?.fraction !== "over" || over.value >= under.value) return [];
    const [a, b] = [parameterAt(parameters, over), parameterAt(parameters, under)];
    const left = a?.name ?? String(over.value);
    const right = b?.name ?? String(under.value);
    return a || b ? [`${left} < ${right}`] : [];
  });
}

function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield [];
  for (let at = from; at <= items.length - size; at += 1) {
    const item = items[at];
    if (item === undefined) continue;
    for (const rest of subsets(items, size - 1, at + 1)) yield [item, ...rest];
  }
}

/** Percentages that make a whole go on doing so. */
function wholes(parameters: readonly TemplateParameter[], numbers: readonly StatementNumber[]): string[] {
  const percents = numbers.filter(({ percent, name }) => percent && name === null).slice(0, MOST_NUMBERS);
  for (let size = MOST_PARTS; size >= 2; size -= 1) {
    for (const parts of subsets(percents, size)) {
      const varying = parts.some((number) => parameterAt(parameters, number)?.varies);
      if (!varying || parts.reduce((sum, { value }) => sum + value, 0) !== 100) continue;
      return [
        `${parts.map((part) => parameterAt(parameters, part)?.name ?? String(part.value)).join(" + ")} == 100`,
      ];
    }
  }
  return [];
}

/** Exponents of a formula keep their order, so that no two of its powers become the same. */
function exponents(parameters: readonly TemplateParameter[], numbers: readonly StatementNumber[]): string[] {
  const values = new Map(
    numbers
      .filter(({ role, name }) => role === "exponent" && name === null)
      .map((number) => [number.value, number]),
  );
  const sorted = [...values.values()].toSorted((a, b) => a.value - b.value);
  return sorted.flatMap((number, at) => {
    const before = sorted[at - 1];
    if (!before) return [];
    const [a, b] = [parameterAt(parameters, before), parameterAt(parameters, number)];
    return a || b ? [`${a?.name ?? before.value} < ${b?.name ?? number.value}`] : [];
  });
}

/**
 * A number that the program doesn't use may be what others make together: "12 rackets, 3 with gut, 5 with polyester
 * and 4 with both". Where it is, it goes on being so; where that is a coincidence, nothing but some choice is lost.
 */
function totals(parameters: readonly TemplateParameter[], numbers: readonly StatementNumber[]): string[] {
  const counts = numbers.filter(
    ({ name, percent, fraction, math, value }) =>
      name === null && !percent && fraction === null && !math && value > 1,
  );
  if (counts.length > MOST_NUMBERS) return [];
  const nameOf = (number: StatementNumber) => parameterAt(parameters, number)?.name ?? String(number.value);
  const isUnused = (number: StatementNumber) => parameterAt(parameters, number) === undefined;
  const found: string[] = [];
  const explained = new Set<StatementNumber>();
  const note = (total: StatementNumber, parts: readonly StatementNumber[], sign: "+" | "*") => {
    const all = [total, ...parts];
    if (all.every(isUnused) || !all.some((one) => isUnused(one) && !explained.has(one))) return;
    for (const one of all) explained.add(one);
    found.push(`${parts.map(nameOf).join(` ${sign} `)} == ${nameOf(total)}`);
  };
  for (let size = MOST_PARTS; size >= 2; size -= 1) {
    for (const total of counts) {
      const others = counts.filter((one) => one !== total && one.value < total.value);
      for (const parts of subsets(others, size)) {
        if (parts.reduce((sum, { value }) => sum + value, 0) === total.value) note(total, parts, "+");
        if (size === 2 && parts.reduce((product, { value }) => product * value, 1) === total.value)
          note(total, parts, "*");
      }
    }
  }
  return found;
}

/**
 * What holds of a seed's numbers and would make no sense otherwise: proper fractions, the order of exponents, percentages that add up
 * to a hundred, and numbers that the program leaves out because others make them. Other relations are left to the checks of
 * what a program gives.
 */
export function defaultConstraints(
  parameters: readonly TemplateParameter[],
  numbers: readonly StatementNumber[],
): string[] {
  const all = [
    ...fractions(parameters, numbers),
    ...wholes(parameters, numbers),
    ...exponents(parameters, numbers),
    ...totals(parameters, numbers),
  ];
  return [...new Set(all)].slice(0, 20);
}
