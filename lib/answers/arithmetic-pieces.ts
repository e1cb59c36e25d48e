import type { Piece } from "./arithmetic-draft.ts";
import type { ProseToken } from "./arithmetic-reader.ts";
import { Scanner } from "./arithmetic-scanner.ts";
import { type Steps, spend } from "./steps.ts";

/** Brackets that hold neither a relation nor the end of a sentence, and that no function's name stands before. */
function findGroups(tokens: readonly ProseToken[]): ReadonlySet<number> {
  const groups = new Set<number>();
  let open: number[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "open") open.push(at);
    else if (token.kind === "relation" || token.kind === "break" || token.kind === "line") open = [];
    else if (token.kind === "close") {
      const start = open.pop();
      if (start === undefined) continue;
      const before = tokens[start - 1];
      const touching = before !== undefined && before.end === tokens[start]?.start;
      if (!touching || (before.kind !== "word" && before.kind !== "opaque")) groups.add(start);
    }
  }
  return groups;
}

/** All closed arithmetic among these tokens, in order, single numbers included. Linear in their number. */
export function findPieces(tokens: readonly ProseToken[], steps: Steps): readonly Piece[] {
  const groups = findGroups(tokens);
  const pieces: Piece[] = [];
  let at = 0;
  while (at < tokens.length && spend(steps, 1)) {
    if (tokens[at]?.kind === "quiet" || tokens[at]?.kind === "mark") {
      at += 1;
      continue;
    }
    const { piece, next } = new Scanner(tokens, groups, at).scan(steps);
    if (piece) pieces.push(piece);
    at = next;
  }
  return pieces;
}
