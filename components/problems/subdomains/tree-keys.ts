import type { TreeRow } from "./tree-rows.ts";

/** What a key does to the tree as a reader walks it. */
export type Step =
  | { readonly kind: "focus"; readonly id: number }
  | { readonly kind: "open" | "close"; readonly id: number };

/**
 * The step that a key takes from row `at`, as the tree pattern of the ARIA Authoring Practices has it: up and down,
 * Home and End; right opens, then goes to the first one below; left closes, then goes to the parent. Null for other
 * keys, and where there is nowhere to go.
 */
export function stepOf(key: string, rows: readonly TreeRow[], at: number): Step | null {
  const row = rows[at];
  const to = (target: TreeRow | undefined): Step | null =>
    target ? { kind: "focus", id: target.subdomain.id } : null;
  if (!row) return null;
  switch (key) {
    case "ArrowDown":
      return to(rows[at + 1]);
    case "ArrowUp":
      return to(rows[at - 1]);
    case "Home":
      return to(rows[0]);
    case "End":
      return to(rows.at(-1));
    case "ArrowRight":
      if (row.open === null) return null;
      return row.open ? to(rows[at + 1]) : { kind: "open", id: row.subdomain.id };
    case "ArrowLeft":
      if (row.open) return { kind: "close", id: row.subdomain.id };
      return to(rows.slice(0, at).findLast(({ level }) => level === row.level - 1));
    default:
      return null;
  }
}
