import type { Interval } from "./interval.ts";
import type { Leaf } from "./leaf.ts";

/**
 * Several values. `bare`: without brackets, `1, 2`; `set`: `\{1, 2\}`; `round`: `(1, 2)`, a tuple or an open
 * interval; `square`: `[1, 2]`, a list or a closed interval; `left` and `right`: closed on that side only; `vector`:
 * `\langle 1, 2 \rangle` or `i + 2j`, surely no interval.
 */
export type Sequence = {
  readonly kind: "sequence";
  readonly style: "bare" | "set" | "round" | "square" | "left" | "right" | "vector" | "ratio";
  readonly items: readonly Answer[];
};
export type Union = { readonly kind: "union"; readonly items: readonly Answer[] };
export type Matrix = { readonly kind: "matrix"; readonly rows: readonly (readonly Answer[])[] };
/** The real numbers that meet a condition, `1 < x \le 3`; `variable`: of which it is said. */
export type Region = {
  readonly kind: "region";
  readonly variable: string | null;
  readonly intervals: readonly Interval[];
};
export type Answer = Leaf | Sequence | Union | Matrix | Region;

/** Lists without brackets dissolve in the list or set that holds them. */
export function sequence(style: Sequence["style"], items: readonly Answer[]): Sequence {
  const flat = items.flatMap((item) =>
    item.kind === "sequence" && item.style === "bare" && (style === "bare" || style === "set")
      ? item.items
      : [item],
  );
  return { kind: "sequence", style, items: flat };
}

/** `(x, y) = (1, 2)`: gives each element the name that stands in its place; where that doesn't fit, nothing. */
export function withNames(answer: Answer, name: string): Answer {
  const names = /^\((.*)\)$/.exec(name)?.[1]?.split(",");
  if (!names || answer.kind !== "sequence" || answer.items.length !== names.length) return answer;
  const items = answer.items.map((item, at) =>
    item.kind === "leaf" && item.name === null ? { ...item, name: names[at] ?? null } : item,
  );
  return { ...answer, items };
}
