import { expect, test } from "vitest";
import { buildState, isBuildSource } from "./build.ts";

test("a build without a stamp is none: it was cut short, or never begun", () => {
  expect(buildState(undefined, "a")).toBe("missing");
});

test("a build of other sources is stale, one of these is fresh", () => {
  expect(buildState("b", "a")).toBe("stale");
  expect(buildState("a", "a")).toBe("fresh");
});

test("tests and the command line don't call for a new build, all else does", () => {
  const paths = [
    "lib/paths/store.ts",
    "lib/paths/extract.test.ts",
    "lib/cli/start.ts",
    "components/a.test.tsx",
    "proxy.ts",
  ];
  expect(paths.filter(isBuildSource)).toEqual(["lib/paths/store.ts", "proxy.ts"]);
});
