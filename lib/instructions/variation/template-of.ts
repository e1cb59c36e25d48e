import type { Template, TemplateParameter } from "../contract/variation.ts";
import { bareCode } from "./bare-code.ts";
import { defaultConstraints } from "./default-constraints.ts";
import { defaultRange } from "./default-range.ts";
import { impliedValues, unexplained } from "./implied-values.ts";
import { parameterName } from "./parameter-name.ts";
import { type ProgramLiteral, programLiterals, programStrings } from "./program-literals.ts";
import { type StatementNumber, statementNumbers } from "./statement-numbers.ts";

export type TemplateOf = { template: Template; reason: null } | { template: null; reason: string };

/** Numbers of one value in the statement, and what stands for it in the program. */
interface Match {
  numbers: StatementNumber[];
  literals: ProgramLiteral[];
  scale: number;
}

const MAX_PARAMETERS = 50;
/** So common as constants that one of them in a program needn't be the one of the statement. */
const COMMON = new Set([1, 2, 3, 4, 5, 7, 10, 12, 24, 30, 31, 52, 60, 100, 180, 360, 365, 1000]);

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[a-z]{3,}/g)
      ?.map((word) => word.replace(/s$/, "")) ?? []
  );
}

/** The one literal whose name in the program says the same as the words after the number. */
function named(literals: readonly ProgramLiteral[], after: string): ProgramLiteral | undefined {
  const beside = words(after).slice(0, 3);
  const fitting = literals.filter(({ name }) =>
    words(name?.replaceAll("_", " ") ?? "").some((word) => beside.includes(word)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * The literals that surely stand for a value's numbers; none where that is in doubt. `others`: names and other mentions
 * of the same value, `implied`: words or units bring it along.
 */
function sureLiterals(
  quantities: readonly StatementNumber[],
  literals: readonly ProgramLiteral[],
  { others, implied, after }: { others: number; implied: boolean; after: string },
): ProgramLiteral[] {
  const value = quantities[0]?.value ?? 0;
  const data = literals.filter(({ role }) => role === "given" || role === "operand");
  if (data.length === 0) {
    // As in "find 7^100": an exponent, or the end of a range.
    const [only, second] = literals.filter(({ role }) => role !== "index");
    return only && !second && quantities.length === 1 && others === 0 && !implied ? [only] : [];
  }
  // A 0 or 1 in a calculation is a step of it, as in `n + 1` or `sum(1 for …)`.
  if (value <= 1 && data.some(({ role }) => role !== "given")) return [];
  const isCommon = COMMON.has(value);
  const isSure = others === 0 && !(implied && isCommon) && (!isCommon || data.length === quantities.length);
  if (isSure) return data;
  // Which of them is meant, if any, only its name can tell.
  const own = quantities.length === 1 ? named(data, after) : undefined;
  return own ? [own] : [];
}

function matchesOf(
  statement: string,
  numbers: readonly StatementNumber[],
  literals: readonly ProgramLiteral[],
  implied: ReadonlySet<number>,
): Match[] {
  const usable = literals.filter(({ role }) => role !== "index");
  const matches: Match[] = [];
  for (const value of new Set(numbers.map((number) => number.value))) {
    const same = numbers.filter((number) => number.value === value);
    const quantities = same.filter(({ name }) => name === null);
    const percents = quantities.filter(({ percent }) => percent);
    const plain = usable.filter((literal) => near(literal.value, value));
    const shares = percents.length === 0 ? [] : usable.filter((literal) => near(literal.value, value / 100));
    const isShare = shares.length > 0 && !numbers.some((number) => near(number.value, value / 100));
    const counts = isShare ? quantities.filter(({ percent }) => !percent) : quantities;
    // 20% of 20 apples: the share is one number, the apples another.
    if (isShare && (plain.length === 0 || counts.length > 0))
      matches.push({ numbers: percents, literals: shares, scale: 0.01 });
    const [first] = counts;
    if (!first) continue;
    const after = statement.slice(first.end, first.end + 40);
    const doubts = { others: same.length - quantities.length, implied: implied.has(value), after };
    matches.push({ numbers: counts, literals: sureLiterals(counts, plain, doubts), scale: 1 });
  }
  return matches.filter((match) => match.literals.length > 0);
}

/**
 * A number of a formula that stands nowhere in the program: in "18 − 12 + 8 − …" the later terms follow from the first,
 * and would contradict another one.
 */
function isUnused(
  { value, math, name, role }: StatementNumber,
  literals: readonly ProgramLiteral[],
): boolean {
  if (!math || name !== null || role !== "plain" || value <= 2) return false;
  return !literals.some((literal) => near(literal.value, value) || near(literal.value, value / 100));
}

/** Numbers in the program's strings would stay when others change. */
function standsInString(value: number, strings: readonly string[]): boolean {
  return strings.some((text) => statementNumbers(text).some((number) => number.value === value));
}

/** A calculation inside a formatted string: `f"{5 * n}"`. */
const IN_BRACES = /^[a-z]*f[a-z]*["'][\s\S]*\{[^{}:!]*(?<![\w])\d[^{}]*\}/i;

function parametersOf(statement: string, matches: readonly Match[]): TemplateParameter[] {
  const taken = new Set<string>();
  return matches.flatMap(({ numbers, literals, scale }) => {
    const [number] = numbers;
    if (!number) return [];
    const after = statement.slice(number.end, number.end + 60);
    const name = parameterName(literals.find((literal) => literal.name !== null)?.name ?? null, after, taken);
    taken.add(name);
    const ranges = numbers.map((each) => defaultRange(each, statement.slice(each.end, each.end + 60)));
    const [range] = ranges;
    if (!range) return [];
    const min = Math.max(...ranges.map((each) => each.min));
    const max = Math.min(...ranges.map((each) => each.max));
    return {
      name,
      value: number.value,
      varies: ranges.every(({ varies }) => varies) && max > min,
      min,
      max,
      step: Math.max(...ranges.map(({ step }) => step)),
      statement: numbers.map(({ start, end }) => ({ start, end })),
      program: literals.map(({ start, end }) => ({ start, end })),
      scale,
    };
  });
}

/**
 * A seed as a template. A number of the statement becomes a parameter where the program surely uses it: it stands there
 * as a literal of the same value (of a hundredth, for a percentage), and nothing else could be meant by that literal.
 * Numbers of one value are one parameter, since which literal is whose can't be told. Comments and docstrings that speak
 * of numbers are left out of the program. Null with a reason in words where nothing may vary.
 */
export function templateOf(statement: string, source: string): TemplateOf {
  const program = bareCode(source);
  const none = (reason: string): TemplateOf => ({ template: null, reason });
  const numbers = statementNumbers(statement);
  if (!numbers.some(({ name }) => name === null))
    return none("The statement has no numbers that could be others.");
  const literals = programLiterals(program);
  const strings = programStrings(program);
  if (strings.some((text) => IN_BRACES.test(text))) {
    return none("The program calculates with numbers inside of a text (an f-string). Give them names first.");
  }
  const implied = impliedValues(statement);
  const strange = literals
    .filter(({ role }) => role === "given" || role === "operand")
    .map(({ value }) => unexplained(value, numbers, implied))
    .find((reason) => reason !== null);
  if (strange) return none(`A number of the program can't follow the statement's: ${strange}.`);
  const unused = numbers.find((number) => isUnused(number, literals));
  if (unused) {
    return none(
      `The program doesn't use ${unused.value}, which stands in a formula and may follow from what would vary.`,
    );
  }
  const matches = matchesOf(statement, numbers, literals, implied).filter(
    ({ numbers: [number] }) => number !== undefined && !standsInString(number.value, strings),
  );
  const parameters = parametersOf(statement, matches.slice(0, MAX_PARAMETERS));
  if (parameters.length === 0)
    return none("No number of the statement surely stands in the program as well.");
  if (!parameters.some(({ varies }) => varies)) {
    return none(
      "The numbers that the statement and the program share are names, zero or one, and stay as they are.",
    );
  }
  const constraints = defaultConstraints(parameters, numbers);
  return { template: { statement, program, parameters, constraints }, reason: null };
}
