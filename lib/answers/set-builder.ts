/**
 * The condition of a set in set-builder notation over the reals, `\{x | x > 2\}` or `\{x \in \mathbb{R} : x > 2\}`,
 * in canonical spelling (see `spellLatex`). Null for everything else, sets over other numbers included.
 */
export function builderCondition(text: string): string | null {
  const inside = /^\\\{(.*)\\\}$/.exec(text)?.[1]?.trim();
  if (inside === undefined) return null;
  const head = /^(?:\\?[A-Za-z]{1,10}) ?(?:\\in ?(?:\\mathbb\{R\}|R) ?)?(?:\||:) ?/.exec(inside)?.[0];
  const condition = head === undefined ? "" : inside.slice(head.length).trim();
  return condition === "" ? null : condition;
}

/** What is left out of the real numbers: nothing, or the spelled set after `\mathbb{R} \setminus`, or after "except". */
export type Reals = { readonly without: string | null };

const WORDS = /^(?:the set of )?(?:all|any|every)(?: of the)? reals?(?: numbers?)?(?: (?:x|t|y))?$/i;
const EXCEPT =
  /^(?:the set of )?(?:all|any|every)(?: of the)? reals?(?: numbers?)?(?: (?:x|t|y))?,? (?:except(?: for)?|other than|but) (?:[xty] ?= ?)?(.{1,80})$/i;

/**
 * Reads `\mathbb{R}`, "all real numbers", `\mathbb{R} \setminus \{3\}` and "all real numbers except 3", in canonical
 * spelling without text marks. Null where the text is something else.
 */
export function readReals(text: string): Reals | null {
  if (text === "\\mathbb{R}" || WORDS.test(text)) return { without: null };
  const removed = /^\\mathbb\{R\} ?(?:\\setminus|\\backslash|-|\\) ?(\\\{.{1,200}\\\})$/.exec(text)?.[1];
  if (removed !== undefined) return { without: removed };
  const except = EXCEPT.exec(text)?.[1];
  return except === undefined ? null : { without: except };
}
