import { createHash } from "node:crypto";
import type { Segment } from "#lib/paths/contract.ts";
import { tokensOf } from "#lib/similarity/tokens.ts";
import { equationsOf } from "./equations.ts";
import { programOf } from "./program.ts";

/** What of a path selection looks at. */
export interface Reasoning {
  /** Words of its text and code, as ROUGE-L counts them. */
  words: readonly string[];
  /** Its equations in order; where it states none, its words stand in for them. */
  equations: readonly string[];
  /** Tokens of its normalised program; where it has none, its words stand in for them. */
  program: readonly string[];
  /** Equal for paths that are one way of reasoning: the same program, the same equations, or the same words. */
  shape: string;
}

export function reasoningOf(segments: readonly Segment[]): Reasoning {
  const words = tokensOf(
    segments.flatMap(({ type, content }) => (type === "output" ? [] : [content])).join("\n"),
  );
  const equations = equationsOf(segments);
  const program = programOf(segments);
  return {
    words,
    equations: equations.length > 0 ? equations : words,
    program: program ?? words,
    shape: shapeOf(program, equations, words),
  };
}

function shapeOf(
  program: readonly string[] | null,
  equations: readonly string[],
  words: readonly string[],
): string {
  const [kind, parts] = program
    ? (["program", program] as const)
    : equations.length > 0
      ? (["equations", equations] as const)
      : (["words", words] as const);
  return createHash("sha256")
    .update(JSON.stringify([kind, parts]))
    .digest("hex");
}
