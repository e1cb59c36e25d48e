import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/errors.ts";
import { checkout } from "./checkout.ts";
import { ensureGenerated } from "./generate.ts";
import { hashOfFiles } from "./hash.ts";

export type BuildState = "missing" | "stale" | "fresh";

export const nextProgram = join(checkout, "node_modules", "next", "dist", "bin", "next");

/** What the build is made of. tsconfig.json is left out: the build itself writes to it. */
const sources = [
  "app",
  "components",
  "lib",
  "prisma/schema.prisma",
  "prisma/models",
  "public",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
];

/** Whether a change of this file changes what the browser or the server gets. */
export function isBuildSource(path: string): boolean {
  return !/\.test\.tsx?$/.test(path) && !/^lib\/cli\//.test(path);
}

/** What a build's stamp and the sources' hash say together; a build that was cut short has no stamp. */
export function buildState(stamp: string | undefined, sourcesHash: string): BuildState {
  if (stamp === undefined) return "missing";
  return stamp === sourcesHash ? "fresh" : "stale";
}

// The stamp lies inside the build that it is about, so neither can be without the other.
function stampFile(): string {
  return join(checkout, process.env["NEXT_DIST_DIR"] || ".next", "lemma-stamp");
}

export function currentBuild(): BuildState {
  const stamp = existsSync(stampFile()) ? readFileSync(stampFile(), "utf8") : undefined;
  return buildState(stamp, hashOfFiles(checkout, sources, isBuildSource));
}

/** Builds the web app where there is no build of these sources. */
export async function ensureBuild(say: (line: string) => void, stopped?: AbortSignal): Promise<void> {
  ensureGenerated();
  if (currentBuild() === "fresh") return;
  say("Building (about a minute, once)");
  const sourcesHash = hashOfFiles(checkout, sources, isBuildSource);
  const output = await nextBuild(stopped);
  stopped?.throwIfAborted();
  if (output !== undefined) throw new AppError("unavailable", `The build failed:\n${output}`);
  writeFileSync(stampFile(), sourcesHash);
}

export async function build(): Promise<void> {
  await ensureBuild(console.info);
  console.info("The build is up to date.");
}

/** What it said if it failed, undefined if it did not. */
function nextBuild(stopped: AbortSignal | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [nextProgram, "build"], {
      cwd: checkout,
      detached: true,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    // The build runs workers of its own, which would outlive it.
    const stop = () => child.pid !== undefined && process.kill(-child.pid, "SIGKILL");
    stopped?.addEventListener("abort", stop, { once: true });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => {
      stopped?.removeEventListener("abort", stop);
      resolve(code === 0 ? undefined : output);
    });
  });
}
