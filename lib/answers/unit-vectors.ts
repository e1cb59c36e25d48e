import { termsOf } from "./linear.ts";

const DIRECTION = /(?:\\(?:hat|vec|overrightarrow|overline|bar)\{ ?(?:\\([ij])math|([ijk])) ?\}|([ijk]))$/;

/**
 * The components of a vector written with unit vectors, `2i - 3j + k` or `2\hat{i} - 3\hat{j}`, in canonical spelling:
 * two, or three where there is a k. Null where the text is none; a complex number has no j, so `3 + 4i` is none.
 */
export function vectorComponents(text: string): readonly string[] | null {
  if (!text.includes("j") || text.length > 500) return null;
  const found = new Map<string, string>();
  for (const term of termsOf(text.replaceAll(" ", ""))) {
    const match = DIRECTION.exec(term);
    const direction = match?.[1] ?? match?.[2] ?? match?.[3];
    if (!match || direction === undefined || found.has(direction)) return null;
    const factor = term.slice(0, match.index).replace(/\*$/, "").replace(/^\+/, "");
    if (/[ijk]/.test(factor.replace(/\\[A-Za-z]+/g, ""))) return null;
    found.set(direction, factor === "" || factor === "-" ? `${factor}1` : factor);
  }
  if (!found.has("j") || found.size < 2) return null;
  const components = [found.get("i") ?? "0", found.get("j") ?? "0"];
  return found.has("k") ? [...components, found.get("k") ?? "0"] : components;
}
