import { expect, test } from "vitest";
import { runsTypeScript } from "./node-version.mjs";

test.each(["14.21.3", "18.20.8", "20.19.0", "22.12.0", "22.17.1", "23.5.0"])(
  "Node %s is too old",
  (version) => {
    expect(runsTypeScript(version)).toBe(false);
  },
);

test.each(["22.18.0", "23.6.0", "24.0.0", "26.1.0"])("Node %s will do", (version) => {
  expect(runsTypeScript(version)).toBe(true);
});
