import { defineConfig } from "vitest/config";
import { ensureGenerated } from "./lib/cli/generate.ts";

ensureGenerated();

const shared = {
  setupFiles: ["lib/cli/testing/console.setup.ts"],
  dangerouslyIgnoreUnhandledErrors: false,
  passWithNoTests: false,
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  // Two cores and one PostgreSQL: more files at once only wait for each other.
  test: {
    maxWorkers: 2,
    globalSetup: ["lib/cli/testing/database.setup.ts"],
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          environment: "node",
          include: ["{lib,components,app,bench,.ci}/**/*.test.ts", "*.test.ts"],
        },
      },
      {
        test: {
          ...shared,
          name: "screens",
          environment: "jsdom",
          include: ["{components,app}/**/*.test.tsx"],
        },
      },
    ],
  },
});
