import type { Execution, ExecutionError } from "./contract.ts";

/** The execution of a program that gave nothing, because of `kind`. Milliseconds of wall time. */
export function failedExecution(
  kind: ExecutionError["kind"],
  message: string,
  milliseconds: number = 0,
): Execution {
  const error: ExecutionError = { kind, message, line: null };
  return { stdout: "", value: null, error, milliseconds, truncated: 0, blocks: [] };
}
