import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { lastLine, playwrightTally, stepTally, sum, type Tally, vitestTally } from "./tally.ts";

const REPORTS = resolve(".lemma/reports");
const BIN = resolve("node_modules/.bin");
const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];

interface Step {
  name: string;
  command: string[];
  tally: (ok: boolean) => Tally;
  env?: Record<string, string>;
}

function report(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(REPORTS, name), "utf8"));
  } catch {
    return null;
  }
}

const lemma = (...words: string[]) => ["node", "lib/cli/lemma.mjs", ...words];

const STEPS: Step[] = [
  { name: "generated code", command: lemma("generate"), tally: stepTally },
  { name: "lint", command: ["biome", "check", "--error-on-warnings", "."], tally: stepTally },
  { name: "types", command: ["tsc", "--noEmit", "-p", "."], tally: stepTally },
  {
    name: "import rules",
    command: ["depcruise", "app", "components", "lib", "e2e", "bench", "--config", ".dependency-cruiser.mjs"],
    tally: stepTally,
  },
  { name: "unused code", command: ["knip"], tally: stepTally },
  { name: "migrations", command: lemma("migrate", "--check"), tally: stepTally },
  {
    name: "unit and integration tests",
    command: [
      "vitest",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${join(REPORTS, "vitest.json")}`,
    ],
    tally: (ok) => vitestTally(report("vitest.json"), ok),
  },
  {
    name: "browser journeys",
    command: ["playwright", "test", "--reporter=list,json"],
    tally: (ok) => playwrightTally(report("playwright.json"), ok),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(REPORTS, "playwright.json") },
  },
];

function run({ command: [program = "", ...words], env }: Step): Promise<boolean> {
  return new Promise((ended) => {
    const child = spawn(program, words, {
      stdio: "inherit",
      env: { ...process.env, PATH: `${BIN}${delimiter}${process.env["PATH"] ?? ""}`, ...env },
    });
    child.on("error", (error) => {
      console.error(error.message);
      ended(false);
    });
    child.on("exit", (code) => ended(code === 0));
  });
}

function browserIsThere(): boolean {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.some((folder) => BROWSERS.some((name) => existsSync(join(folder, name))));
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const tallies: Tally[] = [];
const failed: string[] = [];
for (const step of STEPS) {
  console.info(`\n== ${step.name}`);
  const began = performance.now();
  const missing = step.name === "browser journeys" && !browserIsThere();
  if (missing) console.error("No Chromium here. On Debian: apt-get install chromium");
  const ok = !missing && (await run(step));
  const tally = step.tally(ok);
  tallies.push(tally);
  if (!ok || tally.failed > 0) failed.push(step.name);
  console.info(
    `== ${step.name}: ${ok ? "passed" : "FAILED"} in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
}

const total = sum(tallies);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(", ")}`);
console.info(lastLine(total));
process.exitCode = failed.length > 0 || total.passed === 0 ? 1 : 0;
