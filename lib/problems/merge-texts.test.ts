import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MergePiece, mergeTexts, sideOf } from "./merge-texts.ts";

/** Few different words and signs, so that the three texts have much in common in ever new ways. */
const text = fc
  .array(fc.constantFrom("a", "b", "two", "x^2", " ", " ", "\n", "\n\n", "数", "__proto__", ".", "🍎"), {
    maxLength: 25,
  })
  .map((parts) => parts.join(""));

const mirrored = (pieces: readonly MergePiece[]) =>
  pieces.map((piece) =>
    piece.kind === "settled" ? piece : { ...piece, mine: piece.theirs, theirs: piece.mine },
  );
const settled = (pieces: readonly MergePiece[]) => pieces.every(({ kind }) => kind === "settled");

describe("merging two versions of a text", () => {
  test("takes a text from whoever alone changed it", () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        for (const pieces of [mergeTexts(base, changed, base), mergeTexts(base, base, changed)]) {
          expect(settled(pieces)).toBe(true);
          expect(sideOf(pieces, "mine")).toBe(changed);
        }
      }),
    );
  });

  test("takes once what both changed alike", () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeTexts(base, changed, changed)).toEqual(
          changed === "" ? [] : [{ kind: "settled", text: changed }],
        );
      }),
    );
  });

  test("is the same seen from the other side", () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        expect(mirrored(mergeTexts(base, mine, theirs))).toEqual(mergeTexts(base, theirs, mine));
      }),
    );
  });

  test("gives pieces that aren't empty and differ in kind from their neighbours", () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const pieces = mergeTexts(base, mine, theirs);
        for (const [at, piece] of pieces.entries()) {
          if (piece.kind === "settled") expect(piece.text).not.toBe("");
          else expect(piece.mine).not.toBe(piece.theirs);
          expect(piece.kind).not.toBe(pieces[at + 1]?.kind);
        }
      }),
    );
  });

  test("loses nothing that either wrote: it stands in the merged text or in the writer's side", () => {
    const written = fc.array(
      fc.record({ at: fc.nat(), isMine: fc.boolean(), replaces: fc.nat(3), line: fc.boolean() }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(text, written, (base, edits) => {
        const sides = { mine: base, theirs: base };
        const names: { side: "mine" | "theirs"; name: string }[] = [];
        for (const [n, { at, isMine, replaces, line }] of edits.entries()) {
          const side = isMine ? "mine" : "theirs";
          // Only what neither wrote is replaced, so that every name is still in its own text.
          const start = at % (base.length + 1);
          const was = sides[side];
          const head = was.slice(0, start);
          if (/new\d*$/.test(head) || /^\w*\d/.test(was.slice(start))) continue;
          const tail = was.slice(start);
          const name = `new${n}`;
          const cut = /new/.test(tail.slice(0, replaces)) ? 0 : replaces;
          sides[side] = `${head} ${name}${line ? "\n" : " "}${tail.slice(cut)}`;
          names.push({ side, name });
        }
        const pieces = mergeTexts(base, sides.mine, sides.theirs);
        for (const { side, name } of names) {
          if (sides[side].includes(name)) expect(sideOf(pieces, side)).toContain(name);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("asks about changes that touch each other, too", () => {
    expect(mergeTexts("3 apples", "5 apples", "3 red apples")).toEqual([
      { kind: "conflict", base: "3", mine: "5", theirs: "3 red" },
      { kind: "settled", text: " apples" },
    ]);
  });

  test("puts changes of different lines and of different words together", () => {
    const base = "Anna has 3 apples.\nShe buys 4 pears.\nHow many fruits are there?\n";
    const mine = "Anna has 5 apples.\nShe buys 4 pears.\nHow many fruits are there?\n";
    const theirs = "Anna has 3 apples today.\nShe buys 4 pears.\nHow many fruits does she have?\n";
    expect(mergeTexts(base, mine, theirs)).toEqual([
      {
        kind: "settled",
        text: "Anna has 5 apples today.\nShe buys 4 pears.\nHow many fruits does she have?\n",
      },
    ]);
  });

  test("asks about the words that both changed, and no more", () => {
    expect(mergeTexts("Take 3 of 数学 here.", "Take 4 of 数学 here!", "Take 5 of 数学 here.")).toEqual([
      { kind: "settled", text: "Take " },
      { kind: "conflict", base: "3", mine: "4", theirs: "5" },
      { kind: "settled", text: " of 数学 here!" },
    ]);
  });

  test("asks about the whole stretch where one took out what the other changed a word of", () => {
    const base = "One.\nTake three of the red apples.\nTwo.\n";
    expect(mergeTexts(base, "One.\nTwo.\n", "One.\nTake four of the red apples.\nTwo.\n")).toEqual([
      { kind: "settled", text: "One.\n" },
      {
        kind: "conflict",
        base: "Take three of the red apples.\n",
        mine: "",
        theirs: "Take four of the red apples.\n",
      },
      { kind: "settled", text: "Two.\n" },
    ]);
  });

  test("of long and very different texts ends soon, in one conflict", () => {
    const noise = (seed: number) => Array.from({ length: 30_000 }, (_, n) => (n * seed) % 97).join(" \n");
    const started = performance.now();
    const pieces = mergeTexts(noise(3), noise(5), noise(7));
    expect(performance.now() - started).toBeLessThan(3000);
    expect(pieces.filter(({ kind }) => kind === "conflict")).toHaveLength(1);
    expect(sideOf(pieces, "mine")).toBe(noise(5));
  });
});
