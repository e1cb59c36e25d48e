import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { AppError } from "#lib/errors.ts";
import { checkout } from "./checkout.ts";

/** Runs a program of the checkout to its end and returns what it wrote to standard output. */
export async function runScript(program: string, stopped: AbortSignal): Promise<string> {
  try {
    const ran = await promisify(execFile)(process.execPath, [program], {
      cwd: checkout,
      env: { ...process.env, NODE_ENV: "production" },
      signal: stopped,
    });
    return ran.stdout.trim();
  } catch (error) {
    stopped.throwIfAborted();
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new AppError("unavailable", `${program} failed:\n${said}`, {}, { cause: error });
  }
}
