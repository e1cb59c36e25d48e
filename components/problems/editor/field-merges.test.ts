import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedFields, FIELD_NAMES } from "#lib/problems/changed-fields.ts";
import type { ProblemFields } from "#lib/problems/contract.ts";
import { type Choices, fieldMerges, firstChoices, mergedFields, undecided } from "./field-merges.ts";

const word = fc.constantFrom("ten", "hens", "lay", "eggs", "and ducks", "18");
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
const perhaps = fc.option(text);
const fields: fc.Arbitrary<ProblemFields> = fc.record({
  text,
  answer: perhaps,
  solution: perhaps,
  subdomain: perhaps,
  difficulty: perhaps,
  tags: fc.uniqueArray(word, { maxLength: 3 }),
  source: perhaps,
  split: fc.constantFrom("train", "test"),
});
const some = fc.subarray([...FIELD_NAMES]);
/** A problem, and what two people made of it. */
const edits = fc
  .tuple(fields, fields, fields, some, some)
  .map(([base, a, b, mine, theirs]): [ProblemFields, ProblemFields, ProblemFields] => [
    base,
    { ...base, ...Object.fromEntries(mine.map((name) => [name, a[name]])) },
    { ...base, ...Object.fromEntries(theirs.map((name) => [name, b[name]])) },
  ]);

const all = (merges: ReturnType<typeof fieldMerges>, choice: "mine" | "theirs"): Choices =>
  Object.fromEntries(merges.map(({ name }) => [name, choice]));

describe("two people's edits of one problem", () => {
  test("are one person's where all of theirs is chosen, but for what fits together in a field that collides", () => {
    fc.assert(
      fc.property(edits, ([base, mine, theirs]) => {
        const merges = fieldMerges(base, mine, theirs);
        const collide = merges.filter(({ outcome }) => outcome === "conflict").map(({ name }) => name);
        const [allMine, allTheirs] = (["mine", "theirs"] as const).map((side) =>
          mergedFields(theirs, merges, all(merges, side)),
        );
        const differing = (a: ProblemFields | undefined, b: ProblemFields) =>
          a ? changedFields(a, b).filter((name) => !collide.includes(name)) : ["nothing"];
        expect(differing(allMine, mine)).toEqual([]);
        expect(differing(allTheirs, theirs)).toEqual([]);
      }),
    );
  });

  test("of a statement that collide in one place are chosen as they were written", () => {
    const of = (text: string): ProblemFields => ({
      text,
      answer: null,
      solution: null,
      subdomain: null,
      difficulty: null,
      tags: [],
      source: null,
      split: "train",
    });
    const [base, mine, theirs] = ["a b c d e f g", "A b c D e f g", "a b c delta e f G"].map(of);
    const merges = base && mine && theirs ? fieldMerges(base, mine, theirs) : [];
    expect(merges).toEqual([
      {
        name: "text",
        base: "a b c d e f g",
        mine: "A b c D e f g",
        theirs: "a b c delta e f G",
        merged: null,
        outcome: "conflict",
      },
    ]);
  });

  test("wait for a choice in just the fields that both changed and that don't fit together", () => {
    fc.assert(
      fc.property(edits, ([base, mine, theirs]) => {
        const merges = fieldMerges(base, mine, theirs);
        const open = merges.filter(({ outcome }) => outcome === "conflict").map(({ name }) => name);
        const both = changedFields(base, mine).filter((name) => changedFields(base, theirs).includes(name));
        expect(open.every((name) => both.includes(name))).toBe(true);
        expect(undecided(merges, firstChoices(merges))).toBe(open.length);
        expect(undecided(merges, all(merges, "mine"))).toBe(0);
        expect(both.includes("tags") && open.includes("tags")).toBe(false);
      }),
    );
  });

  test("keep each change that only one of them made, without a choice", () => {
    fc.assert(
      fc.property(edits, ([base, mine, theirs]) => {
        const merges = fieldMerges(base, mine, theirs);
        const merged = mergedFields(theirs, merges, firstChoices(merges));
        const [byMe, byThem] = [changedFields(base, mine), changedFields(base, theirs)];
        for (const name of byMe.filter((each) => !byThem.includes(each)))
          expect(merged[name]).toEqual(mine[name]);
        for (const name of byThem.filter((each) => !byMe.includes(each)))
          expect(merged[name]).toEqual(theirs[name]);
      }),
    );
  });

  test("have to be chosen field by field where nobody knows what was there before", () => {
    fc.assert(
      fc.property(edits, ([, mine, theirs]) => {
        const merges = fieldMerges(null, mine, theirs);
        expect(merges.map(({ name }) => name)).toEqual(changedFields(mine, theirs));
        expect(firstChoices(merges)).toEqual({});
      }),
    );
  });

  test("don't differ by white space around a text", () => {
    fc.assert(
      fc.property(fields, (base) => {
        expect(
          fieldMerges({ ...base, text: `${base.text}\n` }, base, { ...base, text: ` ${base.text}` }),
        ).toEqual([]);
      }),
    );
  });
});
