import { diff3Merge } from "node-diff3";

/** A stretch of two people's merged text: settled, or changed by both in different ways. */
export type MergePiece =
  | { readonly kind: "settled"; readonly text: string }
  | { readonly kind: "conflict"; readonly base: string; readonly mine: string; readonly theirs: string };

interface Sides<T> {
  base: T;
  mine: T;
  theirs: T;
}

/** Comparing takes time and memory of the order of old × new parts. Beyond this a stretch is one conflict. */
const EFFORT_LIMIT = 20_000_000;

/**
 * Three-way merge of two people's versions of one text: by lines, and by words where both have changed the same
 * lines (diff3: Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007). What one alone has changed is
 * taken from them, what both have changed alike is taken once, and the rest is a conflict with both sides.
 * Pieces in order are the whole text; neighbouring ones differ in kind, and none is empty.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergePiece[] {
  const pieces = mergeParts({ base, mine, theirs }, lines).flatMap((piece) =>
    piece.kind === "settled" ? [piece] : mergeWords(piece),
  );
  return joined(pieces);
}

/**
 * Where one took out what the other changed, words alone would leave nothing of its surroundings to choose: then the
 * stretch stays one conflict.
 */
function mergeWords(stretch: Sides<string>): MergePiece[] {
  const pieces = mergeParts(stretch, words);
  const isTornOut = (piece: MergePiece) =>
    piece.kind === "conflict" && piece.base !== "" && (piece.mine === "" || piece.theirs === "");
  const { base, mine, theirs } = stretch;
  return pieces.some(isTornOut) ? [{ kind: "conflict", base, mine, theirs }] : pieces;
}

/** The merged text with one person's side in each conflict. */
export function sideOf(pieces: readonly MergePiece[], side: "mine" | "theirs"): string {
  return pieces.map((piece) => (piece.kind === "settled" ? piece.text : piece[side])).join("");
}

function lines(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** Words, runs of white space, and every other sign by itself, as are the signs of scripts without spaces. */
function words(text: string): string[] {
  return text.match(/\s+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{M}\p{N}_]+|./gsu) ?? [];
}

function mergeParts({ base, mine, theirs }: Sides<string>, split: (text: string) => string[]): MergePiece[] {
  if (mine === theirs || theirs === base) return settled([mine]);
  if (mine === base) return settled([theirs]);
  const parts = mapSides({ base, mine, theirs }, split);
  const head = commonHead(parts);
  const rest = mapSides(parts, (side) => side.slice(head));
  const tail = commonHead(mapSides(rest, (side) => side.toReversed()));
  const middle = mapSides(rest, (side) => side.slice(0, side.length - tail));
  return [
    ...settled(parts.base.slice(0, head)),
    ...mergeMiddle(middle),
    ...settled(rest.base.slice(rest.base.length - tail)),
  ];
}

function mergeMiddle(parts: Sides<string[]>): MergePiece[] {
  const { base, mine, theirs } = parts;
  if (base.length * (mine.length + theirs.length) > EFFORT_LIMIT) {
    return [{ kind: "conflict", ...mapSides(parts, (side) => side.join("")) }];
  }
  return diff3Merge(mine, base, theirs, { excludeFalseConflicts: true }).flatMap(({ ok, conflict }) => {
    if (!conflict) return settled(ok ?? []);
    const { o, a, b } = conflict;
    return [{ kind: "conflict" as const, base: o.join(""), mine: a.join(""), theirs: b.join("") }];
  });
}

function settled(parts: readonly string[]): MergePiece[] {
  const text = parts.join("");
  return text === "" ? [] : [{ kind: "settled", text }];
}

/** How many parts all three begin with. */
function commonHead({ base, mine, theirs }: Sides<string[]>): number {
  const differs = base.findIndex((part, at) => part !== mine[at] || part !== theirs[at]);
  return differs === -1 ? base.length : differs;
}

function mapSides<T, U>({ base, mine, theirs }: Sides<T>, to: (side: T) => U): Sides<U> {
  return { base: to(base), mine: to(mine), theirs: to(theirs) };
}

function joined(pieces: readonly MergePiece[]): MergePiece[] {
  const whole: MergePiece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last?.kind === "settled" && piece.kind === "settled") {
      whole[whole.length - 1] = { kind: "settled", text: last.text + piece.text };
    } else if (last?.kind === "conflict" && piece.kind === "conflict") {
      whole[whole.length - 1] = {
        kind: "conflict",
        base: last.base + piece.base,
        mine: last.mine + piece.mine,
        theirs: last.theirs + piece.theirs,
      };
    } else whole.push(piece);
  }
  return whole;
}
