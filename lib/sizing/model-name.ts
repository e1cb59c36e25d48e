/** A size in a name: a number and b or m, not in the middle of a word. */
const SIZE = /(?<![\p{L}\p{N}.])(\d+(?:\.\d+)?)\s?([bm])(?![\p{L}\p{N}])/giu;
/** Experts: their number times the size of one isn't the size of the whole, since they share parts. */
const EXPERTS = /(?<![\p{L}\p{N}])\d+\s?x\s?\d+(?:\.\d+)?b/iu;

/**
 * Parameters in billions as a model's name gives them, "Llama-3-8B-Instruct" → 8, "gpt2-350m" → 0.35; null where it
 * gives none, several, or the size of one of many experts.
 */
export function billionsFromName(model: string): number | null {
  if (EXPERTS.test(model)) return null;
  const spaced = model.replaceAll("_", " ");
  const sizes = new Set(
    [...spaced.matchAll(SIZE)].map(([, number = "", unit = ""]) =>
      unit.toLowerCase() === "b" ? Number(number) : Number(number) / 1000,
    ),
  );
  const [size] = sizes;
  return sizes.size === 1 && size !== undefined && size > 0 ? size : null;
}
