import { describe, expect, test } from "vitest";
import type { Segment } from "#lib/paths/contract.ts";
import { freshVerdict } from "./fresh-verdict.ts";

function path(printed: string, closing: string): Segment[] {
  return [
    { type: "text", content: "We multiply." },
    { type: "code", content: "print(1)" },
    { type: "output", content: printed },
    { type: "text", content: closing },
  ];
}

describe("a fresh verdict", () => {
  test("is on what was printed, also where the text goes on to say another answer", () => {
    const closing = "The answer is $\\boxed{9}$.";
    const found = freshVerdict("-8", path("-8", closing), closing);
    expect(found.printed).toMatchObject({ verdict: "correct", answer: "-8", rule: "output" });
    expect(found.whole).toMatchObject({ verdict: "incorrect", answer: "9", rule: "boxed" });
    expect(found.contradicts).toBe(true);
  });

  test("offers the closing text with the printed answer in the other's place", () => {
    const closing = "The answer is $\\boxed{9}$.";
    const { mended } = freshVerdict("-8", path("-8", closing), closing);
    expect(mended).toBe("The answer is $\\boxed{-8}$.");
    const after = freshVerdict("-8", path("-8", mended ?? ""), mended);
    expect(after).toMatchObject({
      contradicts: false,
      mended: null,
      whole: { verdict: "correct", answer: "-8" },
    });
  });

  test("finds no contradiction in another form of the same answer", () => {
    const closing = "So it is \\boxed{18}.";
    expect(freshVerdict("18", path("18.0", closing), closing)).toMatchObject({
      contradicts: false,
      mended: null,
    });
  });

  test("says that nothing was printed", () => {
    const closing = "So it is \\boxed{18}.";
    const found = freshVerdict("18", path("", closing), closing);
    expect(found.printed).toMatchObject({ verdict: "error", answer: null });
    expect(found).toMatchObject({ contradicts: false, mended: null, whole: { verdict: "correct" } });
  });

  test("is unverifiable without a reference", () => {
    expect(freshVerdict(null, path("18", ""), "").printed.verdict).toBe("unverifiable");
  });
});
