import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DraftFields, draftFields, type ProblemFields, problemFields } from "#lib/problems/contract.ts";
import {
  draftOfFields,
  EMPTY_DRAFT,
  fieldErrors,
  fieldsOfDraft,
  sameWhenSaved,
  valueText,
} from "./draft-fields.ts";

const written = fc.string({ maxLength: 30 });
const draft: fc.Arbitrary<DraftFields> = fc.record({
  text: written,
  answer: written,
  solution: written,
  subdomain: written,
  difficulty: written,
  tags: fc.array(written, { maxLength: 4 }),
  source: written,
  split: fc.constantFrom("train", "test"),
});
const words = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.trim() || "x");
const perhaps = fc.option(words);
const fields: fc.Arbitrary<ProblemFields> = fc.record({
  text: words,
  answer: perhaps,
  solution: perhaps,
  subdomain: perhaps,
  difficulty: perhaps,
  tags: fc.array(words, { maxLength: 4 }),
  source: perhaps,
  split: fc.constantFrom("train", "test"),
});

describe("what is written of a problem", () => {
  test("comes back as it was from being opened and saved unchanged", () => {
    fc.assert(
      fc.property(fields, (saved) => {
        expect(fieldsOfDraft(draftOfFields(saved))).toEqual(saved);
        expect(fieldErrors(draftOfFields(saved))).toEqual({});
        expect(draftFields.safeParse(draftOfFields(saved)).success).toBe(true);
      }),
    );
  });

  test("has no errors exactly when the API would take it", () => {
    fc.assert(
      fc.property(draft, (given) => {
        const taken = problemFields.safeParse(fieldsOfDraft(given)).success;
        expect(Object.keys(fieldErrors(given)).length === 0).toBe(taken);
      }),
    );
  });

  test("can't be saved without a statement, and says so at the statement", () => {
    expect(fieldErrors(EMPTY_DRAFT)).toEqual({ text: "Write the statement" });
    expect(fieldErrors({ ...EMPTY_DRAFT, text: " \n" })).toEqual({ text: "Write the statement" });
  });

  test("is the same when saved, whatever blanks are around it", () => {
    fc.assert(
      fc.property(draft, (given) => {
        expect(sameWhenSaved(given, { ...given, text: ` ${given.text}\n`, source: `${given.source} ` })).toBe(
          true,
        );
      }),
    );
  });
});

test("a value is shown as text, and none as nothing", () => {
  expect([null, [], ["a", "b"], "18"].map(valueText)).toEqual(["", "", "a, b", "18"]);
});
