import { isExpression } from "./compare-expressions.ts";
import { describeNumber, type NumberDescription } from "./describe-number.ts";
import type { Description } from "./description.ts";
import { readEquation } from "./equation.ts";
import { variablesOf } from "./expression.ts";
import type { Leaf } from "./leaf.ts";
import { withoutMarks } from "./marks.ts";
import { topLevelEquals } from "./names.ts";
import { readExpression } from "./read-expression.ts";
import { mentionsRelation, readChain } from "./relation.ts";
import { valueAt } from "./sample.ts";
import type { Special } from "./special.ts";
import type { Steps } from "./steps.ts";
import { isTruth, isWords, readChoice } from "./words.ts";

const SHOWN = 40;
const AS_TEXT = "Only the same words will be found correct.";
const UNREAD = "Only an answer that is written the same way will be found correct.";

function shown(text: string): string {
  const line = withoutMarks(text).replace(/\s+/g, " ").trim();
  const chars = Array.from(line.slice(0, 2 * SHOWN));
  return line.length <= SHOWN ? line : `${chars.slice(0, SHOWN - 1).join("")}…`;
}

const plainly = (kind: Description["kind"], words: string, warning: string | null = null): Description => ({
  kind,
  words,
  warning,
  plain: null,
  parts: [],
});

export const unread = (why: string): Description => plainly("unread", `not readable: ${why}`, UNREAD);

/** "x", "x and y", "x, y and z". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function inVariables(names: readonly string[]): string {
  return names.length === 0 ? "" : ` in ${listed(names.slice(0, 6))}${names.length > 6 ? " …" : ""}`;
}

function unitWords({ unit, counted }: Leaf): string {
  if (counted !== null && shown(counted) !== "")
    return unit ? ` with the unit ${shown(counted)}` : `, counting ${shown(counted)}`;
  return unit ? " in dollars" : "";
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

function clock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${twoDigits(h)}:${twoDigits(m)}${s === 0 ? "" : `:${twoDigits(s)}`}`;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** What its digits alone don't say. An amount in several units, and an ordinal in digits, are numbers as well. */
function describeSpecial(special: Special): Description | null {
  if (special.kind === "based") {
    const { base, digits, value } = special.based;
    const plain = value.d === 1n ? `${value.n}` : `${value.n}/${value.d}`;
    return { ...plainly("number", `${shown(digits)} in base ${base} = ${shown(plain)}`), plain };
  }
  if (special.kind === "day") {
    const days = special.days.map(
      ({ year, month, day }) => `${day} ${MONTHS[month - 1]}${year === null ? "" : ` ${year}`}`,
    );
    const warning =
      days.length > 1 ? "Which is the day and which the month? Write the month in words." : null;
    return plainly("date", `a date: ${days.join(", or ")}`, warning);
  }
  if (special.kind === "time") {
    const warning = special.times.length > 1 ? "Morning or afternoon? Write a.m. or p.m." : null;
    return plainly("time", `a time of day: ${special.times.map(clock).join(", or ")}`, warning);
  }
  const spelled = special.kind === "ordinal" && special.ordinal.spelled;
  return spelled ? plainly("ordinal", `the place ${special.ordinal.place} in an order`) : null;
}

function describeQuantity(leaf: Leaf, number: NumberDescription): Description {
  const called = leaf.name === null ? "" : `, called ${shown(leaf.name)}`;
  return { ...plainly("number", `${number.words}${unitWords(leaf)}${called}`), plain: number.plain };
}

function describeChoice({ text }: Leaf): Description | null {
  const choice = /^[a-z]$/.test(text) ? null : readChoice(text);
  if (!choice) return null;
  return plainly(
    "choice",
    `the choice ${choice.letter}${choice.rest === null ? "" : `: ${shown(choice.rest)}`}`,
  );
}

function describeWords({ text, key }: Leaf): Description | null {
  if (isTruth(key))
    return plainly("truth", `${key === "yes" || key === "true" ? "yes" : "no"}, as true or false`);
  if (key === "\\emptyset") return plainly("empty", "no solution, the empty set");
  if (key === "undefined") return plainly("empty", "undefined, it doesn't exist");
  if (!isWords(text) || text.length === 1) return null;
  return plainly("words", `the words “${shown(text)}”, compared as text`, AS_TEXT);
}

function near(value: ReturnType<typeof valueAt>): string {
  if (!value || value.error > 1e-6 * Math.max(Math.abs(value.re), Math.abs(value.im))) return "";
  const [re, im] = [value.re, value.im].map((part) => Number(part.toPrecision(6)));
  return value.real ? ` ≈ ${re}` : ` ≈ ${re} ${(im ?? 0) < 0 ? "-" : "+"} ${Math.abs(im ?? 0)}i`;
}

function describeExpression(leaf: Leaf, steps: Steps): Description | null {
  const reading = readExpression(leaf.text, steps);
  if (!reading) return null;
  const variables = variablesOf(reading.expression);
  const warning = reading.other
    ? "It can be read in two ways, such as 1/2x. Put brackets around what is divided by."
    : null;
  if (leaf.name !== null)
    return plainly(
      "equation",
      `an equation: ${shown(leaf.name)} as an expression${inVariables(variables)}`,
      warning,
    );
  if (variables.length > 0) return plainly("expression", `an expression${inVariables(variables)}`, warning);
  const place = { variables: new Map(), complex: true, openBase: "e" } as const;
  return plainly("expression", `an exact value${near(valueAt(reading.expression, place, steps))}`, warning);
}

function describeEquation(leaf: Leaf, steps: Steps): Description | null {
  const chain = mentionsRelation(leaf.text) ? readChain(leaf.text) : null;
  if (chain) return plainly("relation", "an inequality", "It is only compared as it is written.");
  if (topLevelEquals(leaf.text).length === 0) return null;
  const equation = readEquation(leaf.text, steps);
  return equation && plainly("equation", `an equation${inVariables(variablesOf(equation))}`);
}

/** What is read of an answer, or a part of one, that has no parts. See `describeAnswer`. */
export function describeLeaf(leaf: Leaf, steps: Steps): Description {
  if (leaf.text === "") return unread("nothing is left of it");
  const special = leaf.special && describeSpecial(leaf.special);
  if (special) return special;
  const number = leaf.number && describeNumber(leaf.number, steps);
  if (number) return describeQuantity(leaf, number);
  if (/^[+-]?\\infty$/.test(leaf.text))
    return plainly("infinity", leaf.text.startsWith("-") ? "minus infinity" : "infinity");
  return (
    describeChoice(leaf) ??
    describeEquation(leaf, steps) ??
    (isWords(leaf.text) && !isExpression(leaf) ? describeWords(leaf) : null) ??
    describeKnown(leaf, steps)
  );
}

function describeKnown(leaf: Leaf, steps: Steps): Description {
  const product = /^[a-z]{2,}$/.test(leaf.text) && !isTruth(leaf.key);
  const words = product ? null : describeWords(leaf);
  const read = words ?? describeExpression(leaf, steps);
  if (!read) return unread("no rule knows what it is");
  return product && read.kind === "expression" ? { ...read, words: `${read.words}, their product` } : read;
}
