import { withoutMarks } from "./marks.ts";

/** `x = 3` taken apart; `name` is null where nothing is named. */
export type Named = { readonly name: string | null; readonly value: string };

const NAME =
  /^(?:\\?[A-Za-z]|\\[A-Za-z]{2,12}|[A-Z]{2,4}|[A-Za-z]{4,30})(?:_\{?[A-Za-z0-9]{1,10}\}?)?(?:'{0,3}|\^-1(?=\())(?:\([A-Za-z0-9,]{1,20}\))?$/;
const TUPLE = /^\((?:[A-Za-z](?:_?\d)?,){1,8}[A-Za-z](?:_?\d)?\)$/;
const ANGLE =
  /^(?:m?\\angle|\\triangle|\\(?:overline|vec|overrightarrow|hat)(?=\{))\{? ?(?:[A-Z]{1,4}|[a-z](?:_\d)?) ?\}?$/;

/** Can this be the name of a value: `x`, `k_1`, `f(x)`, `\theta`, `Area`, `(x, y)`? */
export function isName(text: string): boolean {
  const bare = withoutMarks(text).replaceAll(" ", "");
  return NAME.test(bare) || TUPLE.test(bare) || ANGLE.test(bare);
}

const hasLetters = (text: string): boolean => /[A-Za-z]/.test(text.replace(/\\[A-Za-z]+/g, ""));

/** Where the equals signs stand that are outside brackets and not part of `<=`, `>=`, `!=` or `==`. */
export function topLevelEquals(text: string): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    else if (char === "=" && depth <= 0 && !"<>!=".includes(text.charAt(at - 1) || " ")) {
      if (text.charAt(at + 1) !== "=") found.push(at);
    }
  }
  return found;
}

/**
 * Takes the left side off an answer that gives a name to its value: `x = 3`, `f(x) = 2x`, `(x, y) = (1, 2)`,
 * `x \in [0, 1]`, `3 = x`. A chain (`x = 2 + 3 = 5`, `48/2 = 24`) leads to its end. An equation between
 * expressions (`x + y = 5`) is an answer of its own and stays whole.
 */
export function splitName(text: string): Named {
  const member = text.search(/\\in(?![A-Za-z])/);
  if (member > 0 && isName(text.slice(0, member))) {
    return { name: text.slice(0, member).replaceAll(" ", ""), value: text.slice(member + 3).trim() };
  }
  const equals = topLevelEquals(text);
  const [first] = equals;
  const last = equals.at(-1);
  if (first === undefined || last === undefined) return { name: null, value: text };
  const left = text.slice(0, first).trim();
  const right = text.slice(last + 1).trim();
  if (left === "" || right === "") return { name: null, value: left || right || text };
  if (isName(left)) return { name: left.replaceAll(" ", ""), value: right };
  if (hasLetters(left)) return { name: null, value: text };
  if (!hasLetters(text.slice(first))) return { name: null, value: right };
  return equals.length === 1 && isName(right)
    ? { name: right.replaceAll(" ", ""), value: left }
    : { name: null, value: text };
}
