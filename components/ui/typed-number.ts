export interface NumberRule {
  min: number;
  max: number;
  /** False where parts of a whole are numbers too. */
  whole?: boolean;
  /** An empty field means that there is none. */
  optional?: boolean;
}

export type TypedNumber = { value: number | null; error: null } | { value: null; error: string };

const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

/** What was typed into a field for a number: the number, null for an empty field that may be so, or what is wrong. */
export function typedNumber(
  typed: string,
  { min, max, whole = true, optional = false }: NumberRule,
): TypedNumber {
  const text = typed.trim();
  if (text === "" && optional) return { value: null, error: null };
  const value = Number(text);
  const fits = text !== "" && Number.isFinite(value) && value >= min && value <= max;
  if (fits && (!whole || Number.isInteger(value))) return { value, error: null };
  const kind = whole ? "a whole number" : "a number";
  return { value: null, error: `Type ${kind} from ${grouped.format(min)} to ${grouped.format(max)}.` };
}
