import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const TOP = ["app", "components", "lib", "prisma", "public", "e2e", "bench", "docs", ".ci"];
const LOOSE_IN_LIB = ["env.ts", "db.ts", "errors.ts", "context.ts"];
const BAGS = /^(utils?|helpers?|common|misc|shared|index)(\.tsx?)?$/;
const GENERATED = /^prisma\/generated\//;
const LONGEST = 300;
const CONCEPTS = [
  "projects",
  "problems",
  "instructions",
  "paths",
  "scoring",
  "selection",
  "pairs",
  "review",
  "datasets",
];
const MACHINERY_FILES = ["contract.ts", "router.ts", "store.ts", "jobs.ts", "handlers.ts"];

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const files = TOP.flatMap((folder) => {
  try {
    return walk(folder);
  } catch {
    return [];
  }
}).filter((path) => !GENERATED.test(path));
const code = files.filter((path) => /\.(ts|tsx|mjs)$/.test(path));

test("no file is a bag or a barrel", () => {
  expect(code.filter((path) => path.split("/").some((part) => BAGS.test(part)))).toEqual([]);
});

test(`no file of code is longer than ${LONGEST} lines`, () => {
  const long = code
    .map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n").length }))
    .filter(({ lines }) => lines > LONGEST);
  expect(long).toEqual([]);
});

test("nothing lies loose in lib but the four files of the floor plan, with their tests", () => {
  const loose = files.filter((path) => /^lib\/[^/]+$/.test(path)).map((path) => path.slice(4));
  expect(loose.filter((name) => !LOOSE_IN_LIB.includes(name.replace(".test.ts", ".ts")))).toEqual([]);
});

test("in a room of concepts, folders are contract, router, store, handlers or hold rules, and every rule has its test beside it", () => {
  const untested = code.filter((path) => {
    const [lib, room, ...rest] = path.split("/");
    const name = rest.at(-1) ?? "";
    if (lib !== "lib" || !CONCEPTS.includes(room ?? "") || path.includes(".test.")) return false;
    if (MACHINERY_FILES.includes(name) || ["contract", "router", "store", "handlers"].includes(rest[0] ?? ""))
      return false;
    return !files.includes(path.replace(/\.ts$/, ".test.ts"));
  });
  expect(untested).toEqual([]);
});
