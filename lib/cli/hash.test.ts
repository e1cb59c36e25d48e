import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashOfFiles } from "./hash.ts";

function tree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "lemma-hash-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, name, ".."), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const names = ["app", "lib", "package.json", "missing"];
const files = { "app/page.tsx": "page", "lib/a/b.ts": "b", "package.json": "{}" };

test("the same names and contents give the same hash, wherever they lie", () => {
  expect(hashOfFiles(tree(files), names)).toBe(hashOfFiles(tree(files), names));
});

test.each([
  ["a changed file", { ...files, "lib/a/b.ts": "c" }],
  ["a new file", { ...files, "lib/a/c.ts": "" }],
  ["a renamed file", { "app/page.tsx": "page", "lib/a/c.ts": "b", "package.json": "{}" }],
  ["text moved from one file to its neighbour", { ...files, "app/page.tsx": "pag", "lib/a/b.ts": "eb" }],
])("%s changes the hash", (_what, changed) => {
  expect(hashOfFiles(tree(changed), names)).not.toBe(hashOfFiles(tree(files), names));
});

test("files that are not named or not kept change nothing", () => {
  const more = tree({ ...files, "docs/a.md": "x", "lib/a/b.test.ts": "x" });
  const keep = (path: string) => !path.endsWith(".test.ts");
  expect(hashOfFiles(more, names, keep)).toBe(hashOfFiles(tree(files), names));
});
