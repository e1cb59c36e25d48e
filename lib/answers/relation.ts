/** How two sides of a relation compare. `=` only counts where a chain has another sign as well. */
export type Sign = "<" | "<=" | ">" | ">=" | "!=" | "=";

/** A chain of relations such as `1 < x \le 3`: one side more than signs. */
export type Chain = { readonly sides: readonly string[]; readonly signs: readonly Sign[] };

const SIGN = /<=|>=|=<|=>|!=|[<>=]|\\(?:le|ge|ne)(?![A-Za-z])/y;
const SPELLED = new Map<string, Sign>([
  ["\\le", "<="],
  ["\\ge", ">="],
  ["\\ne", "!="],
  ["=<", "<="],
  ["=>", ">="],
]);
/** Most answers hold none of these, and are then no relation. */
const MARKS = /[<>]|!=|\\(?:le|ge|ne)(?![A-Za-z])/;

const FLIPPED: Record<Sign, Sign> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "!=": "!=", "=": "=" };

export const flip = (sign: Sign): Sign => FLIPPED[sign];

const asSign = (text: string): Sign =>
  // The pattern lets nothing else through than the keys of FLIPPED and of SPELLED.
  SPELLED.get(text) ?? (text as Sign);

export const mentionsRelation = (text: string): boolean => MARKS.test(text);

/** Cuts a spelled text at the signs outside its brackets. Null where there is none but `=`, or a side is missing. */
export function readChain(text: string): Chain | null {
  if (!mentionsRelation(text)) return null;
  const sides: string[] = [];
  const signs: Sign[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    if (depth !== 0 || !"<>=!\\".includes(char)) continue;
    SIGN.lastIndex = at;
    const sign = SIGN.exec(text)?.[0];
    if (sign === undefined) continue;
    sides.push(text.slice(from, at).trim());
    signs.push(asSign(sign));
    from = at + sign.length;
    at = from - 1;
  }
  sides.push(text.slice(from).trim());
  const real = signs.some((sign) => sign !== "=") && sides.every((side) => side !== "");
  return real ? { sides, signs } : null;
}

/** A spelling that `a > b` and `b < a` share; `sideKey` spells the sides. */
export function relationKey({ sides, signs }: Chain, sideKey: (side: string) => string): string {
  const keys = sides.map(sideKey);
  const [only] = signs;
  if (signs.length === 1 && only === "!=") return keys.sort().join(only);
  const falling = signs.every((sign) => sign === ">" || sign === ">=" || sign === "=");
  const [all, between] = falling ? [keys.reverse(), [...signs].reverse().map(flip)] : [keys, signs];
  return all.map((key, at) => key + (between[at] ?? "")).join("");
}
