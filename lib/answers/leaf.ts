import { MONEY, withoutMarks } from "./marks.ts";
import { readUnit, type Unit } from "./measures.ts";
import { splitName, topLevelEquals } from "./names.ts";
import { type NumericAnswer, readNumber } from "./number.ts";
import { readChain, relationKey } from "./relation.ts";
import { readSpecial, type Special } from "./special.ts";
import type { Steps } from "./steps.ts";
import { splitUnit } from "./units.ts";
import { isWords, numberWord, wordKey } from "./words.ts";

/**
 * An answer, or an element of one, that has no parts. `counted` are the words of its unit, or of what it
 * counts; `text` is its canonical text without name and unit, `key`
 * what equal answers share however they are written, `number` its value where it is one; `special` is set where digits
 * alone don't say it, as those of a date.
 */
export type Leaf = {
  readonly kind: "leaf";
  readonly name: string | null;
  readonly unit: Unit | null;
  readonly counted: string | null;
  readonly text: string;
  readonly key: string;
  readonly number: NumericAnswer | null;
  readonly special: Special | null;
};

const SCALES = new Map([
  ["hundred", "10^2"],
  ["thousand", "10^3"],
  ["million", "10^6"],
  ["billion", "10^9"],
  ["trillion", "10^12"],
  ["dozen", "12"],
]);

const APPROXIMATELY = /^ ?(?:\\approx|\\sim|approximately|approx\.?|about|roughly|around|=) ?/i;

const ARTICLE = /^(?:an?|the) \p{L}{3,}/iu;

/** Drops every space but those between digits, between words, and after a command that a letter follows. */
function closeSpaces(text: string): string {
  if (ARTICLE.test(text) && isWords(text)) return text;
  return text.replace(/ +/g, (_, at: number) => {
    const before = text.slice(Math.max(0, at - 30), at);
    const after = text.slice(at).trimStart().slice(0, 2);
    const digits = /\d$/.test(before) && /^[\d.]/.test(after);
    const words = /(?:^|[^\\A-Za-z])[\p{L}'.-]*[\p{L}'.-]{2}$/u.test(before) && /^[\p{L}]{2}/u.test(after);
    const command = /\\[A-Za-z]+$/.test(before) && /^[A-Za-z]/.test(after);
    return digits || words || command ? " " : "";
  });
}

/** The terms of a sum in an order of their own, so that `11+x` and `x+11` share it. */
function sortedTerms(text: string): string {
  const terms: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    else if (
      (char === "+" || char === "-") &&
      depth === 0 &&
      at > from &&
      !"*/^+-".includes(text.charAt(at - 1))
    ) {
      terms.push(text.slice(from, at));
      from = at;
    }
  }
  terms.push(text.slice(from));
  return terms
    .map((term) => (/^[+-]/.test(term) ? term : `+${term}`))
    .sort()
    .join("");
}

function keyOf(text: string): string {
  if (isWords(text)) return text.length === 1 ? text : wordKey(text);
  const bare = wordKey(text);
  if (bare.startsWith("\\emptyset") || bare === "undefined") return bare;
  const spaced = text.replace(/(?<!\d)\*|\*(?!\d|\\frac)/g, "").replace(/\\sqrt\(([^()]*)\)/g, "\\sqrt{$1}");
  const chain = readChain(spaced);
  if (chain) return relationKey(chain, (side) => sortedTerms(side.replaceAll(" ", "")));
  const product = spaced.replaceAll(" ", "");
  if (/[<>]|\\(?:pm|cup|cap)(?![a-z])/.test(product)) return product;
  const equals = topLevelEquals(product);
  const [at] = equals;
  if (at === undefined) return sortedTerms(product);
  if (equals.length > 1) return product;
  return [sortedTerms(product.slice(0, at)), sortedTerms(product.slice(at + 1))].sort().join("=");
}

type WithoutUnit = { text: string; unit: Unit | null; counted: string | null };

/** Takes the unit off, and turns the words that change the number (percent, million) into signs. */
function withoutUnit(text: string): WithoutUnit {
  const measured = splitUnit(text);
  if (!measured || /\\(?:sin|cos|tan|sec|csc|cot)\b|(?:sin|cos|tan|cis) ?[(\d\\]/.test(measured.core))
    return { text, unit: null, counted: null };
  const { core, unit } = measured;
  if (/^per ?cent\b/i.test(unit)) return { text: `${core}%`, unit: null, counted: null };
  const [first = "", ...rest] = unit.split(" ");
  const scale = SCALES.get(first.toLowerCase().replace(/s$/, ""));
  if (scale === undefined) return { text: core, unit: readUnit(unit), counted: unit };
  const counted = rest.length > 0 ? rest.join(" ") : null;
  return { text: `${core}*${scale}`, unit: counted === null ? null : readUnit(counted), counted };
}

/** `1.2 x 10^3`, where the letter is a sign of multiplication. */
const TIMES_TEN = /(?<=\d) ?[xX] ?(?=10 ?\^)/g;

/** `0.1666...` and `0.1818...`: at the end the same digit three times, or the same digits twice. */
const GOING_ON = /^(-?\d{0,9}\.\d{0,20}?)(?:(\d)\2{2,}|(\d{2,10}?)\3+)\.\.\.$/;

/** An amount in several units, and an ordinal in digits, as the number that they come to. */
function respelled(value: string, special: Special | null): string {
  if (special?.kind === "ordinal" && !special.ordinal.spelled) return String(special.ordinal.place);
  if (special?.kind !== "amount") {
    const repeating = value.length < 60 ? GOING_ON.exec(value) : null;
    const [, start, digit, digits] = repeating ?? [];
    return repeating ? `${start}\\overline{${digit ?? digits}}` : value.replace(TIMES_TEN, "*");
  }
  const { total, unit } = special.amount;
  return `${total.n}${total.d === 1n ? "" : `/${total.d}`} ${unit}`;
}

/** Reads a spelled answer (see `spellLatex`) that is not a list, a set, an interval or a matrix. */
export function readLeaf(spelling: string, steps: Steps): Leaf {
  const named = splitName(spelling.replace(APPROXIMATELY, ""));
  const written = named.value
    .replace(APPROXIMATELY, "")
    .replace(/^(?:the )?year (?=\d{3,4}$)/i, "")
    .trim();
  const special = readSpecial(withoutMarks(written).replace(/ {2,}/g, " ").trim(), steps);
  const value = respelled(written, special);
  const money = value.includes(MONEY);
  const measured = withoutUnit(value.replaceAll(MONEY, ""));
  const text = closeSpaces(withoutMarks(measured.text).replace(/ {2,}/g, " ").trim());
  const word = isWords(text) ? numberWord(text) : null;
  const canonical = word === null ? text : String(word);
  return {
    kind: "leaf",
    name: named.name === null ? null : withoutMarks(named.name),
    unit: measured.unit ?? (money ? readUnit("dollar") : null),
    counted: measured.counted,
    text: canonical,
    key: keyOf(canonical),
    number: special?.kind === "day" || special?.kind === "based" ? null : readNumber(canonical, steps),
    special,
  };
}
