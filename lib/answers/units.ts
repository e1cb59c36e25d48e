import { TEXT_END, TEXT_START, withoutMarks } from "./marks.ts";
import { readUnit } from "./measures.ts";

const GENERIC = new Set("of per the a an in and each unit squar cubic".split(" "));

/** What these words are about: their stems, without the words that every unit may have. */
function stems(words: string): string[] {
  return words
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((word) => (word.length > 3 ? word.replace(/e?s$|e$/, "") : word))
    .filter((word) => word !== "" && !GENERIC.has(word));
}

/** Do both of these name what is counted, and nothing in common? `18 eggs` and `18 duck eggs` may be the same. */
export function countDifferentThings(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [x, y] = [stems(a), new Set(stems(b))];
  return x.length > 0 && y.size > 0 && !x.some((word) => y.has(word));
}

export type Measured = { readonly core: string; readonly unit: string };

const LINKING = /\b(?:and|or|if|for|where|when|sin|cos|tan|log|ln|mod)\b/i;
/** Words of three letters that are surely no product of three variables. */
const SHORT_WORDS = new Set(
  "day men man egg cup pie cat dog pen car box bag hat ton bus toy way row pts lbs mph kph hrs ten".split(
    " ",
  ),
);

/** A single letter in text is a variable, or the number e or i, unless it is a unit. */
const isSymbol = (words: string): boolean => /^[a-z]$/i.test(words) && readUnit(words) === null;

/** Words in a `\text{}` at the end of the answer, several in a row, with an exponent. */
function splitMarked(text: string): Measured | null {
  let end = text.length;
  let at = end;
  const exponent = /\^[23] ?$/.exec(text)?.[0] ?? "";
  at -= exponent.length;
  for (let count = 0; count < 5; count += 1) {
    const start = text.slice(0, at).endsWith(TEXT_END) ? text.lastIndexOf(TEXT_START, at) : -1;
    if (start < 0) break;
    end = start;
    at = text.slice(0, start).replace(/[ /*]{1,5}$/, "").length;
  }
  const words = withoutMarks(text.slice(end)).trim();
  if (end === text.length || !/[a-z]/i.test(words) || /\d(?!$)/.test(words)) return null;
  const core = text.slice(0, at);
  if (LINKING.test(words) || isSymbol(words) || !/\d|\\pi/.test(core)) return null;
  return { core, unit: words };
}

/** A hyphen stands between letters. */
const isMinus = (text: string, at: number): boolean =>
  text.charAt(at) === "-" && !/^[A-Za-z]-[A-Za-z]/.test(text.slice(Math.max(0, at - 1), at + 2));

/** Plain words after a number, as in `18 apples` or `5 cm^2`. */
function splitPlain(text: string): Measured | null {
  let at = text.replace(/\^[23]$/, "").length;
  while (at > 0 && /[A-Za-z .'/-]/.test(text.charAt(at - 1)) && !isMinus(text, at - 1)) at -= 1;
  if (text.charAt(at - 1) === "\\") at += /^[A-Za-z]+/.exec(text.slice(at))?.[0].length ?? 0;
  while (at < text.length && !/[A-Za-z]/.test(text.charAt(at))) at += 1;
  const words = text.slice(at);
  const core = text.slice(0, at).trimEnd();
  const first = /^[A-Za-z]+/.exec(words)?.[0] ?? "";
  if (!/(?:[\d)}%!]|\\pi)$/.test(core) || LINKING.test(words)) return null;
  const isWord = first.length >= 4 || SHORT_WORDS.has(first.toLowerCase().replace(/s$/, ""));
  const known =
    (first.length >= 2 && readUnit(first) !== null) || (words.includes("/") && readUnit(words) !== null);
  return isWord || known || /^(?:of|per)\b/.test(words) || /^[ap]\.m\b/.test(words)
    ? { core, unit: words }
    : null;
}

/** The letter that stands plainly after the sign for degrees. */
const DEGREE_SCALE = new RegExp(`(?<=degrees${TEXT_END}) ?[CFK]$`);

/**
 * Takes the unit, or the name of what is counted, off the end of a spelled answer (see `spellLatex`). Words from a
 * `\text{}` always count; plain words only where they can't be a product of variables. Null where there is none.
 */
export function splitUnit(text: string): Measured | null {
  const scale = DEGREE_SCALE.exec(text)?.[0] ?? "";
  const bare = text.slice(0, text.length - scale.length);
  const found = splitMarked(bare) ?? splitPlain(withoutMarks(bare));
  return found && scale !== "" ? { ...found, unit: `${found.unit} ${scale.trim()}` } : found;
}
