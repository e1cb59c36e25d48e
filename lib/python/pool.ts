import { availableParallelism } from "node:os";
import { DEFAULT_LIMITS, type Execution } from "./contract.ts";
import { failedExecution } from "./failed-execution.ts";
import { type Job, LaneHandle } from "./lane-handle.ts";
import { startLane } from "./lane-process.ts";
import { installedPackages } from "./packages.ts";
import type { Sandbox } from "./sandbox.ts";

export interface PoolOptions {
  /** Interpreters at most; each takes a processor while it works, and 150 to 700 MB of memory. */
  size?: number;
  /** The Node.js that they run on; this process's own if not given. */
  node?: string;
}

const MAX_FAILED_STARTS = 3;
/** After that many failed starts programs are refused for this long before the next is tried. */
const REST_MILLISECONDS = 60_000;
const REASON_CHARACTERS = 300;

/**
 * The embedded sandbox: CPython in WebAssembly, one interpreter a process (see docs/decisions/005). Interpreters
 * are started when there is work for them and kept warm; one that is lost is replaced when the next program needs
 * it. Programs start in the order of the calls.
 */
export function openSandbox(options: PoolOptions = {}): Sandbox {
  const { size = Math.min(availableParallelism(), 4), node = process.execPath } = options;
  const packages = installedPackages();
  const lanes = new Set<LaneHandle>();
  const waiting: Job[] = [];
  let starting = 0;
  let failedStarts = 0;
  let resting: { until: number; execution: Execution } | null = null;
  let closed = false;

  const killAll = (): void => {
    for (const lane of lanes) lane.kill();
  };
  process.once("exit", killAll);

  function startOne(): void {
    starting += 1;
    let isStarting = true;
    const started = (): void => {
      if (isStarting) starting -= 1;
      isStarting = false;
    };
    const lane = new LaneHandle(
      startLane(node, packages),
      () => {
        started();
        failedStarts = 0;
        serve();
      },
      (failure) => {
        started();
        lanes.delete(lane);
        if (failure !== null) giveUpAfter(failure);
        if (!closed) serve();
      },
    );
    lanes.add(lane);
  }

  function giveUpAfter(failure: string): void {
    failedStarts += 1;
    if (failedStarts < MAX_FAILED_STARTS) return;
    const reason = `Python can't be started: ${failure.slice(0, REASON_CHARACTERS)}`;
    const execution = failedExecution("unavailable", reason);
    resting = { until: performance.now() + REST_MILLISECONDS, execution };
    failedStarts = 0;
    for (const job of waiting.splice(0)) job.settle(execution);
  }

  function serve(): void {
    for (const lane of lanes) {
      if (waiting.length === 0) return;
      if (!lane.free) continue;
      const job = waiting.shift();
      if (job) lane.take(job);
    }
    const wanted = Math.min(size - lanes.size, waiting.length - starting);
    for (let more = wanted; more > 0; more -= 1) startOne();
  }

  return {
    size,
    run(program, { limits, signal } = {}) {
      if (closed) return Promise.resolve(failedExecution("unavailable", "the sandbox is closed"));
      if (resting && performance.now() < resting.until) return Promise.resolve(resting.execution);
      if (signal?.aborted) return Promise.resolve(failedExecution("cancelled", "cancelled"));
      return new Promise<Execution>((resolve) => {
        const withdraw = (): void => {
          const at = waiting.indexOf(job);
          if (at < 0) return;
          waiting.splice(at, 1);
          job.settle(failedExecution("cancelled", "cancelled"));
        };
        const job: Job = {
          program,
          limits: { ...DEFAULT_LIMITS, ...limits },
          signal,
          settle: (execution) => {
            signal?.removeEventListener("abort", withdraw);
            resolve(execution);
          },
        };
        signal?.addEventListener("abort", withdraw, { once: true });
        waiting.push(job);
        serve();
      });
    },
    async close() {
      closed = true;
      process.removeListener("exit", killAll);
      for (const job of waiting.splice(0)) job.settle(failedExecution("cancelled", "the sandbox was closed"));
      killAll();
    },
  };
}
