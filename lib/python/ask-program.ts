import { AppError } from "#lib/errors.ts";
import { MISSING_SYMPY, type OpenSandbox, whyUnavailable } from "./ask.ts";
import type { Execution, Program } from "./contract.ts";
import type { RunOptions } from "./sandbox.ts";

/**
 * Runs a program where what it gives must say something of the program: an AppError where the sandbox itself couldn't
 * run it, `SandboxClosed` where the process closes it, the signal's reason when that aborts. A program that needs SymPy
 * where there is none fails, and its error says so.
 */
export async function askProgram(
  open: OpenSandbox,
  program: Program,
  options: RunOptions = {},
): Promise<Execution> {
  const execution = await (await open()).run(program, options);
  options.signal?.throwIfAborted();
  const why = whyUnavailable(execution, options.signal);
  if (why === null) return execution;
  if (why !== MISSING_SYMPY) throw new AppError("unavailable", `Python can't be run now: ${why}`);
  return {
    ...execution,
    blocks: execution.blocks.map((block) => (block.error ? withMessage(block, why) : block)),
  };
}

function withMessage(block: Execution["blocks"][number], message: string): Execution["blocks"][number] {
  return { ...block, error: block.error && { ...block.error, message } };
}
