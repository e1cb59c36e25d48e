import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";

const HOME = resolve(".lemma/e2e");
const START_MS = 300_000;
const STOP_MS = 30_000;

/** Starts the studio as a newcomer does, on an empty folder, and waits for its set-up link. */
export default async function startStudio(): Promise<() => Promise<void>> {
  rmSync(HOME, { recursive: true, force: true });
  const port = process.env["E2E_PORT"] ?? "3210";
  const studio = spawn(process.execPath, ["lib/cli/lemma.mjs", "start"], {
    env: { ...process.env, LEMMA_HOME: HOME, PORT: port },
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.env["LEMMA_SETUP_LINK"] = await setupLinkFrom(studio);
  return () => stop(studio);
}

function setupLinkFrom(studio: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let output = "";
    const timer = setTimeout(
      () => failed(new Error(`No set-up link after ${START_MS / 1000} s:\n${output}`)),
      START_MS,
    );
    const endedEarly = (code: number | null) =>
      failed(new Error(`The studio ended with code ${code}:\n${output}`));
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      const link = output.match(/http\S+\/join\/[\w-]+/)?.[0];
      if (!link) return;
      clearTimeout(timer);
      studio.off("exit", endedEarly);
      studio.stdout?.off("data", look);
      found(link);
    };
    studio.on("exit", endedEarly);
    studio.stdout?.on("data", look);
    studio.stdout?.pipe(process.stdout, { end: false });
  });
}

function stop(studio: ChildProcess): Promise<void> {
  return new Promise((stopped, failed) => {
    const timer = setTimeout(() => {
      studio.kill("SIGKILL");
      failed(new Error(`The studio hadn't stopped ${STOP_MS / 1000} s after Ctrl-C`));
    }, STOP_MS);
    studio.on("exit", (code) => {
      clearTimeout(timer);
      if (code === 0) stopped();
      else failed(new Error(`The studio stopped with code ${code}`));
    });
    studio.kill("SIGINT");
  });
}
