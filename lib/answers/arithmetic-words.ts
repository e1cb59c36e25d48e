import { readUnit } from "./measures.ts";
import type { Rational } from "./rational.ts";
import { countDifferentThings } from "./units.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that work on the number after them (`twice 5 + 3`) or count it as a label (`week 2 - 1`). */
const BEFORE = set(
  "twice thrice double doubled doubling triple tripled tripling quadruple half halves third thirds fourth fourths " +
    "quarter quarters fifth fifths sixth eighth tenth than times by plus minus squared cubed percent per mod modulo " +
    "over divided multiplied subtracted added subtract subtracting add adding from less more choose root log ln sin " +
    "cos tan gcd lcm factorial power to between square cube negative step day week month year question problem part " +
    "case number no item person group plan option round game level grade chapter figure table page equation row " +
    "column line hour remainder digit base versus vs ratio",
);
/** Words that make the number before them something else, or one side of a comparison. */
const AFTER = set(
  "more less fewer greater times plus minus percent mod modulo choose squared cubed to remainder r rem over higher " +
    "lower longer shorter older younger taller heavier faster bigger larger smaller and or am pm o'clock noon base " +
    "divided multiplied raised x",
);
/** Words that name a number of things, so that what is written counts in other units. */
const SCALES = set(
  "dozen dozens hundred hundreds thousand thousands million millions billion billions trillion k pair pairs couple " +
    "score gross decade decades century centuries quarter quarters dime dimes nickel nickels penny pennies half " +
    "halves third thirds fourth fourths fifth fifths sixth sixths tenth tenths hundredths tens ones lakh crore",
);
/** Words that no name of a thing holds: with them, the number before belongs to another part of the sentence. */
const SENTENCE = set(
  "he she it they we i you his her hers its their our my your this that these those is are was were be been has have " +
    "had do does did will would can could should must may might and or so then if when while who which because since " +
    "but not than the as at after before until there here what how where by from into get gets got make makes made " +
    "take takes took give gives gave spend spends spent buy buys bought sell sells sold need needs needed eat eats " +
    "use uses used pay pays paid cost costs earn earns earned total sum price amount difference average remaining " +
    "savings income profit left rest number half twice times more less fewer plus minus squared cubed mod " +
    "choose already with become becomes",
);
/** Words that say where or how, behind the name of what is counted. */
const RELATING = set(
  "in on of for per each every altogether together away off out up down again now only also",
);
const FRACTION_WORDS = set(
  "half third thirds fourth fourths quarter quarters fifth fifths sixth sixths seventh eighth eighths ninth tenth " +
    "tenths percent percentage twice",
);
/** Words after which a sentence begins anew. */
const CLAUSE = set("so then because since and that thus therefore hence as means but if when");
const UNIT_LETTERS = set("m g l h s c f k w v j n p t");

export const isOf = (word: string): boolean => word.toLowerCase() === "of";
export const doubtfulBefore = (word: string): boolean =>
  BEFORE.has(word.toLowerCase()) || BEFORE.has(word.toLowerCase().replace(/s$/, ""));
export const isArticle = (word: string): boolean =>
  /^(?:the|those|these|her|his|their|its|a|an)$/i.test(word);
export const doubtfulAfter = (word: string): boolean => AFTER.has(word.toLowerCase());
export const namesFraction = (word: string): boolean =>
  FRACTION_WORDS.has(word.toLowerCase().split("-").at(-1) ?? "");
/** Short letters that are surely a unit, and no product of variables. */
export const isKnownUnit = (word: string): boolean => readUnit(word) !== null;
/** A sentence may go on with a calculation after these, and what follows is all of it. */
export const opensClause = (word: string): boolean => CLAUSE.has(word.toLowerCase());
export const isUnitLetter = (word: string): boolean => UNIT_LETTERS.has(word.toLowerCase());
/** May letters that touch a number, as in `5kg`, be its unit? */
export const isAttachedUnit = (word: string): boolean =>
  word.length > 1 && (readUnit(word) !== null || /^(?:mph|kph|lbs|hrs|mins|secs|pts)$/i.test(word));

/** Do these words count in dozens, thousands, quarters …? */
export const scales = (unit: string): boolean =>
  unit.split(/[\s-]+/).some((word) => SCALES.has(word.toLowerCase()));

/** The name of what is counted at the beginning of these words, `hot dogs` of `total hot dogs in all`; may be empty. */
export function nameIn(words: string): string {
  const list = words.toLowerCase().split(" ");
  const from = list[0] === "total" ? 1 : 0;
  const end = list.findIndex((word, at) => at >= from && (SENTENCE.has(word) || RELATING.has(word)));
  return list.slice(from, end < 0 ? list.length : end).join(" ");
}

/** Do these words name a thing, and nothing but a thing? */
export function namesThing(words: readonly string[]): boolean {
  return words.every(
    (word) =>
      !SENTENCE.has(word.toLowerCase().replace(/^[-/]/, "")) &&
      !/['’]s?$/.test(word) &&
      !/['’]s-/.test(word) &&
      !/^[A-Z]/.test(word),
  );
}

const sameSize = (a: Rational, b: Rational): boolean => a.n * b.d === b.n * a.d;

/** May numbers in these two units not simply be added? */
export function unitsDiffer(a: string, b: string): boolean {
  const [first, second] = [readUnit(headOf(a)), readUnit(headOf(b))];
  if (first && second) return first.dimension !== second.dimension || !sameSize(first.factor, second.factor);
  return countDifferentThings(a, b);
}

/** Do these measure the same in units of different size, as minutes and hours do? */
export function convertible(a: string, b: string): boolean {
  const [first, second] = [readUnit(headOf(a)), readUnit(headOf(b))];
  return first?.dimension === second?.dimension && first && second
    ? !sameSize(first.factor, second.factor)
    : false;
}

/** The word that says what is counted: `cups of flour` are cups, `duck eggs` are eggs, `miles/hour` are miles. */
function headOf(unit: string): string {
  const [first = ""] = unit.split(/ (?:of|per|in|for|a|an|each|every) |\/| ?-per-/);
  return first.split(" ").at(-1) ?? first;
}
