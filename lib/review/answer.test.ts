import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PathAnswer, pathAnswer, sideAnswerOf } from "./answer.ts";
import { sideAnswer } from "./contract.ts";

const onScreen = fc.constantFrom(...sideAnswer.options);
const onPaths = fc.constantFrom<PathAnswer>("first", "second", "tie", "both_bad", "skip");

describe("pathAnswer and sideAnswerOf", () => {
  test("undo each other, whichever path stands on the left", () => {
    fc.assert(
      fc.property(onScreen, onPaths, fc.boolean(), (said, kept, leftIsFirst) => {
        expect(sideAnswerOf(pathAnswer(said, leftIsFirst), leftIsFirst)).toBe(said);
        expect(pathAnswer(sideAnswerOf(kept, leftIsFirst), leftIsFirst)).toBe(kept);
      }),
    );
  });

  test("name the other path when the sides are swapped, and only then", () => {
    fc.assert(
      fc.property(onScreen, (said) => {
        const [straight, swapped] = [pathAnswer(said, true), pathAnswer(said, false)];
        expect(straight === swapped).toBe(said !== "a" && said !== "b");
      }),
    );
  });

  test("take A for the path on the left", () => {
    expect(pathAnswer("a", true)).toBe("first");
    expect(pathAnswer("b", true)).toBe("second");
    expect(pathAnswer("a", false)).toBe("second");
    expect(pathAnswer("b", false)).toBe("first");
  });
});
