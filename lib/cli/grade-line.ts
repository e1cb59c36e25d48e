import type { AnswerPair } from "#lib/python/decide.ts";

export type ReadPair = { ok: true; pair: AnswerPair } | { ok: false; fault: string };

const SIDES = ["gold", "pred"] as const;

/**
 * Reads a line `{"gold": …, "pred": …}`; other keys are ignored. Numbers count as they are written in the line, with
 * every digit; true and false as their words. `ended`: a line break ends the line, so it is whole.
 */
export function readPair(text: string, ended = true): ReadPair {
  const row = parsed(text, false);
  if (row === undefined && !ended) return { ok: false, fault: "the file ends in the middle of this line" };
  if (typeof row !== "object" || row === null || Array.isArray(row))
    return { ok: false, fault: 'this isn\'t a JSON object such as {"gold": "1/2", "pred": "0.5"}' };
  const values = new Map<string, unknown>(Object.entries(row));
  const hasNumber = SIDES.some((side) => typeof values.get(side) === "number");
  const written = hasNumber ? new Map<string, unknown>(Object.entries(parsed(text, true) ?? {})) : values;
  const fault = SIDES.flatMap((side) => faultOf(side, values.get(side)) ?? [])[0];
  if (fault !== undefined) return { ok: false, fault };
  const [reference = "", prediction = ""] = SIDES.map((side) => String(written.get(side)));
  return { ok: true, pair: { reference, prediction } };
}

function parsed(text: string, numbersAsWritten: boolean): unknown {
  try {
    return numbersAsWritten ? JSON.parse(text, asWritten) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** ECMAScript's proposal "JSON.parse source text access", which Node has and TypeScript's types don't know yet. */
function asWritten(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === "number" ? (context?.source ?? value) : value;
}

function faultOf(side: string, value: unknown): string | null {
  if (value === undefined) return `it has no "${side}"`;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return null;
  const found = value === null ? "null" : Array.isArray(value) ? "a list" : "an object";
  return `"${side}" must be a text, a number or a boolean, and is ${found}`;
}
