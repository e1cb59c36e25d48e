import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bulkChange } from "#lib/problems/contract/bulk.ts";
import { BULK_FIELDS, type BulkForm, changeOf, EMPTY_FORM, toggledField, withPart } from "./bulk-form.ts";

const words = fc.string({ maxLength: 20 });
const tags = fc.array(
  words.map((word) => word.trim() || "t"),
  { maxLength: 3 },
);
const form: fc.Arbitrary<BulkForm> = fc.record({
  chosen: fc.subarray([...BULK_FIELDS]),
  subdomain: words,
  split: fc.constantFrom("train", "test"),
  difficulty: words,
  source: words,
  addTags: tags,
  removeTags: tags,
  remove: fc.boolean(),
});

describe("the form of a bulk edit", () => {
  test("asks for a change that the API takes, of nothing that isn't chosen, or for none", () => {
    fc.assert(
      fc.property(form, (given) => {
        const change = changeOf(given);
        if (change === null) {
          const filled = given.chosen.filter(
            (field) => !(field.endsWith("Tags") && given[field].length === 0),
          );
          expect([given.remove, filled]).toEqual([false, []]);
          return;
        }
        expect(bulkChange.safeParse(change).data).toEqual(change);
        const allowed = given.remove ? ["remove"] : given.chosen;
        expect(Object.keys(change).filter((key) => !allowed.some((name) => name === key))).toEqual([]);
      }),
    );
  });

  test("asks for nothing at first", () => {
    expect(changeOf(EMPTY_FORM)).toBeNull();
  });

  test("takes a value away where its field is chosen and left empty", () => {
    expect(changeOf(toggledField(EMPTY_FORM, "source"))).toEqual({ source: null });
    expect(changeOf(toggledField(toggledField(EMPTY_FORM, "source"), "source"))).toBeNull();
  });

  test("chooses the field that is written in", () => {
    const written = withPart(EMPTY_FORM, "difficulty", { difficulty: " hard " });
    expect(changeOf(written)).toEqual({ difficulty: "hard" });
    expect(withPart(written, "difficulty", { difficulty: "easy" }).chosen).toEqual(["difficulty"]);
  });

  test("changes nothing else of what goes into the bin", () => {
    expect(changeOf({ ...withPart(EMPTY_FORM, "split", { split: "test" }), remove: true })).toEqual({
      remove: true,
    });
  });
});
