import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffOutputs, foldSame } from "./output-diff.ts";

const output = fc
  .array(fc.constantFrom("1", "2", "[x]", "", "a  ", "18.0"), { maxLength: 12 })
  .chain((lines) => fc.constantFrom("\n", "\r\n").map((end) => lines.join(end)));
const seen = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n+$/, "");
const side = (diff: ReturnType<typeof diffOutputs>, kind: "recorded" | "ran") =>
  diff
    .filter((line) => line.kind === "same" || line.kind === kind)
    .map(({ text }) => text)
    .join("\n");

describe("a diff of outputs", () => {
  test("holds both outputs whole and in order", () => {
    fc.assert(
      fc.property(output, output, (recorded, ran) => {
        const diff = diffOutputs(recorded, ran);
        expect(side(diff, "recorded")).toBe(seen(recorded));
        expect(side(diff, "ran")).toBe(seen(ran));
      }),
    );
  });

  test("of an output with itself is all the same", () => {
    fc.assert(
      fc.property(output, (each) => {
        expect(diffOutputs(each, each.replace(/\r/g, "")).every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });

  test("keeps what is common between two differences", () => {
    expect(diffOutputs("1\n2\n3\n4", "1\n5\n3\n6\n").map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "same 1",
      "recorded 2",
      "ran 5",
      "same 3",
      "recorded 4",
      "ran 6",
    ]);
  });

  test("of two floods of lines is two blocks, and quickly there", () => {
    const diff = diffOutputs("a\n".repeat(50_000), "b\n".repeat(50_000));
    expect(diff.length).toBe(100_000);
    expect(diff[49_999]?.kind).toBe("recorded");
    expect(diff[50_000]?.kind).toBe("ran");
  });
});

describe("a folded diff", () => {
  test("leaves out same lines only, counts each, and keeps those beside a difference", () => {
    fc.assert(
      fc.property(output, output, fc.nat(3), (recorded, ran, near) => {
        const diff = diffOutputs(recorded, ran);
        const folded = foldSame(diff, near);
        const lines = folded.reduce<number>((sum, each) => sum + (typeof each === "number" ? each : 1), 0);
        expect(lines).toBe(diff.length);
        const different = diff.filter(({ kind }) => kind !== "same");
        expect(folded.filter((each) => typeof each !== "number" && each.kind !== "same")).toEqual(different);
      }),
    );
  });

  test("shows two lines around a difference", () => {
    const recorded = ["0", "1", "2", "3", "4", "5", "6", "7", "8"];
    const ran = recorded.with(4, "x");
    expect(
      foldSame(diffOutputs(recorded.join("\n"), ran.join("\n"))).map((each) =>
        typeof each === "number" ? each : each.text,
      ),
    ).toEqual([2, "2", "3", "4", "x", "5", "6", 2]);
  });
});
