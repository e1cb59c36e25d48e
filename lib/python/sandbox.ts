import type { Execution, Limits, Program } from "./contract.ts";

export interface RunOptions {
  limits?: Partial<Limits>;
  signal?: AbortSignal;
}

/**
 * A place that runs untrusted Python. `run` answers whatever the program does, also with an execution of kind
 * timeout, memory, crash or cancelled; no state of one program is visible to the next.
 */
export interface Sandbox {
  /** Programs that it runs at the same time; more calls wait their turn. */
  readonly size: number;
  run(program: Program, options?: RunOptions): Promise<Execution>;
  close(): Promise<void>;
}
