import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedFields } from "./changed-fields.ts";
import type { ProblemFields } from "./contract.ts";
import { mergeEdits } from "./merge-edits.ts";

const word = fc.constantFrom("one", "two", "three");
const maybe = fc.option(word);
const sentence = fc.array(fc.constantFrom("one ", "two ", "three ", "\n"), { minLength: 1, maxLength: 12 });
const fields: fc.Arbitrary<ProblemFields> = fc.record({
  text: sentence.map((parts) => parts.join("")),
  answer: maybe,
  solution: fc.option(sentence.map((parts) => parts.join(""))),
  subdomain: maybe,
  difficulty: maybe,
  tags: fc.uniqueArray(word),
  source: maybe,
  split: fc.constantFrom("train", "test"),
});

const base: ProblemFields = {
  text: "What is 1 + 1?",
  answer: "2",
  solution: null,
  subdomain: "sums",
  difficulty: null,
  tags: ["a", "b"],
  source: null,
  split: "train",
};

describe("merging two edits", () => {
  test("with oneself, or with what was there before, gives one's own edit", () => {
    fc.assert(
      fc.property(fields, fields, (was, mine) => {
        for (const theirs of [mine, was]) {
          const { fields: merged, conflicts } = mergeEdits(was, mine, theirs);
          expect(conflicts).toEqual([]);
          expect(changedFields(mine, merged)).toEqual([]);
        }
        expect(changedFields(mine, mergeEdits(was, was, mine).fields)).toEqual([]);
      }),
    );
  });

  test("finds the same conflicts from either side, and the same fields where there are none", () => {
    fc.assert(
      fc.property(fields, fields, fields, (was, mine, theirs) => {
        const [one, other] = [mergeEdits(was, mine, theirs), mergeEdits(was, theirs, mine)];
        expect(other.conflicts.map(({ field }) => field)).toEqual(one.conflicts.map(({ field }) => field));
        for (const [at, conflict] of one.conflicts.entries()) {
          expect(other.conflicts[at]).toMatchObject({
            base: conflict.base,
            mine: conflict.theirs,
            theirs: conflict.mine,
          });
        }
        const open = one.conflicts.map(({ field }) => field);
        expect(
          changedFields(one.fields, other.fields).filter((name) => !open.some((of) => of === name)),
        ).toEqual([]);
      }),
    );
  });

  test("changes no field that neither changed, and gives every field that only one changed as they have it", () => {
    fc.assert(
      fc.property(fields, fields, fields, (was, mine, theirs) => {
        const { fields: merged, conflicts } = mergeEdits(was, mine, theirs);
        const [own, other] = [changedFields(was, mine), changedFields(was, theirs)];
        for (const name of changedFields(mine, merged)) expect(other).toContain(name);
        for (const name of changedFields(theirs, merged)) expect(own).toContain(name);
        for (const { field } of conflicts) {
          expect(own).toContain(field);
          expect(other).toContain(field);
        }
      }),
    );
  });

  test("asks about a field that both changed in different ways, with both sides, and shows mine meanwhile", () => {
    const { fields: merged, conflicts } = mergeEdits(
      base,
      { ...base, answer: "3", split: "test" },
      { ...base, answer: null, subdomain: "numbers" },
    );
    expect(merged).toEqual({ ...base, answer: "3", subdomain: "numbers", split: "test" });
    expect(conflicts).toEqual([
      {
        field: "answer",
        base: "2",
        mine: "3",
        theirs: null,
        pieces: [{ kind: "conflict", base: "2", mine: "3", theirs: "" }],
      },
    ]);
  });

  test("lets each take from the tags and add to them", () => {
    const { fields: merged, conflicts } = mergeEdits(
      base,
      { ...base, tags: ["b", "mine", "both"] },
      { ...base, tags: ["a", "b", "theirs", "both"] },
    );
    expect(merged.tags).toEqual(["b", "mine", "both", "theirs"]);
    expect(conflicts).toEqual([]);
  });

  test("mixes nothing into a statement that both changed in one place: each side is as it was written", () => {
    const { conflicts } = mergeEdits(
      base,
      { ...base, text: "Please, what is 1 + 2?" },
      { ...base, text: "What is 1 + 3? Explain." },
    );
    expect(conflicts).toMatchObject([
      { field: "text", mine: "Please, what is 1 + 2?", theirs: "What is 1 + 3? Explain." },
    ]);
  });

  test("asks about the whole solution where one took it away and the other changed a word of it", () => {
    const was = { ...base, solution: "Add one and one." };
    const { fields: merged, conflicts } = mergeEdits(
      was,
      { ...was, solution: null },
      { ...was, solution: "Add two and one." },
    );
    expect(merged.solution).toBeNull();
    expect(conflicts).toMatchObject([{ field: "solution", mine: null, theirs: "Add two and one." }]);
  });
});
