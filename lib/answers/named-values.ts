import type { Answer } from "./answer.ts";
import type { Leaf } from "./leaf.ts";

/** Elements by their names: `x = 1, y = 2`. */
export type NamedValues = ReadonlyMap<string, Leaf>;

/** The elements by name, in the order in which they stand; null unless each has a name of its own. */
export function byName(items: readonly Answer[]): NamedValues | null {
  const found = new Map<string, Leaf>();
  for (const item of items) {
    if (item.kind !== "leaf" || item.name === null || found.has(item.name)) return null;
    found.set(item.name, item);
  }
  return found.size > 1 ? found : null;
}

export function haveSameNames(a: NamedValues, b: NamedValues): boolean {
  return a.size === b.size && [...a.keys()].every((name) => b.has(name));
}

/** `x_2` as the letters before its number, and the number. */
function parts(name: string): [letters: string, index: number] {
  const found = /^(.*?)_?\{?(\d{1,6})\}?$/.exec(name);
  return found ? [found[1] ?? "", Number(found[2])] : [name, -1];
}

function compareNames(a: string, b: string): number {
  const [[letters, index], [others, second]] = [parts(a), parts(b)];
  if (letters !== others) return letters < others ? -1 : 1;
  return index - second;
}

/** Do these follow each other as coordinates do: `x, y, z`, `a, b`, `x_1, x_2`, `h, k`? */
function areCoordinates(names: readonly string[]): boolean {
  if (names.join() === "h,k") return true;
  return names.every((name, at) => {
    const [letters, index] = parts(name);
    const [before, earlier] = parts(names[at - 1] ?? "");
    if (at === 0) return letters.length === 1 || index >= 0;
    if (index >= 0) return letters === before && index === earlier + 1;
    return letters.length === 1 && letters.charCodeAt(0) === before.charCodeAt(0) + 1;
  });
}

/**
 * `items` in the order of their names. `coordinates`: the names are such that a tuple without names has this order;
 * `asWritten`: they stand in it.
 */
export type NameOrder = {
  readonly items: readonly Leaf[];
  readonly coordinates: boolean;
  readonly asWritten: boolean;
};

export function inOrderOfNames(values: NamedValues): NameOrder {
  const written = [...values.keys()];
  const names = [...written].sort(compareNames);
  const items = names.flatMap((name) => values.get(name) ?? []);
  return { items, coordinates: areCoordinates(names), asWritten: names.join() === written.join() };
}
