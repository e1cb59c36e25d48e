import { textFault } from "./storable.ts";

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** Levels of nesting that a kept JSON value may have; recursion over it is safe. */
export const JSON_DEPTH = 64;
const STRING_LIMIT = 1_000_000;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What keeps a value from being stored as JSON and read back the same, with the place where it stands
 * (`a.b.0`); null where nothing does. Refused: nesting beyond `JSON_DEPTH`, texts that can't be stored,
 * numbers that JSON can't write, the key `__proto__` (assigning it would change the object), and anything
 * that isn't JSON at all.
 */
export function jsonFault(
  value: unknown,
  place: string,
  depth = 0,
): { place: string; message: string } | null {
  if (typeof value === "string") return textually(value, place);
  if (value === null || typeof value === "boolean") return null;
  if (typeof value === "number") {
    return Number.isFinite(value)
      ? null
      : { place, message: "This number is too large for JSON: write it as text." };
  }
  if (typeof value !== "object") return { place, message: `A ${typeof value} isn't JSON: write it as text.` };
  if (depth >= JSON_DEPTH)
    return { place, message: `This is nested deeper than ${JSON_DEPTH} levels: flatten it.` };
  for (const [key, inner] of Object.entries(value)) {
    const fault = keyFault(key, place) ?? jsonFault(inner, `${place}.${key}`, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

function textually(text: string, place: string): { place: string; message: string } | null {
  const message = textFault(text, STRING_LIMIT);
  return message === null ? null : { place, message };
}

function keyFault(key: string, place: string): { place: string; message: string } | null {
  if (key === "__proto__") return { place, message: "The key __proto__ can't be kept: rename it." };
  const message = textFault(key, 500);
  return message === null ? null : { place, message: `One of its keys can't be kept. ${message}` };
}
