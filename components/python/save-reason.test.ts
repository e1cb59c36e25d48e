import { expect, test } from "vitest";
import type { Ran } from "./python-state.ts";
import { whyNotSaved } from "./save-reason.ts";

const original = { codes: ["a"], closing: "So" };
const changed = { codes: ["b"], closing: "So" };
function ran(code: string, blocks = 1): Ran {
  const block = { stdout: "", value: null, error: null };
  const execution = { ...block, milliseconds: 1, truncated: 0, blocks: Array(blocks).fill(block) };
  return { codes: [code], execution };
}

test("a path can be saved once it is changed and that change has run to its end", () => {
  expect(whyNotSaved(original, original, ran("a"))).toContain("Nothing is changed");
  expect(whyNotSaved(original, changed, null)).toContain("Run it first");
  expect(whyNotSaved(original, changed, ran("a"))).toContain("Run it first");
  expect(whyNotSaved(original, changed, ran("b", 0))).toContain("didn't run to its end");
  expect(whyNotSaved(original, changed, ran("b"))).toBeNull();
  expect(whyNotSaved(original, { codes: ["a"], closing: "Thus" }, ran("a"))).toBeNull();
});
