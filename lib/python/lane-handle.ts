import type { ChildProcess } from "node:child_process";
import type { Execution, Limits, Program } from "./contract.ts";
import { failedExecution } from "./failed-execution.ts";
import type { LaneAnswer, LaneQuestion } from "./lane-process.ts";

/** One program that waits for a lane or runs in one. */
export interface Job {
  program: Program;
  limits: Limits;
  signal: AbortSignal | undefined;
  settle(execution: Execution): void;
}

/** Starting, and importing SymPy for the first time, take seconds on a busy machine, but not this long. */
const PREPARE_MILLISECONDS = 120_000;
/** Without work for this long a lane gives its memory back. */
const IDLE_MILLISECONDS = 600_000;
/** A lane that has worked this long is replaced, long before the limit of processor time that its process has. */
const WORKED_MILLISECONDS = 1_200_000;
const SAID = 2_000;

const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`;

/**
 * A process of one interpreter with at most one job. It ends, by SIGKILL, when a job passes its limit, is cancelled,
 * or breaks the interpreter; `onFree` says that it can take the next job, `onEnd` that it is gone, with what it said
 * where it never got ready.
 */
export class LaneHandle {
  readonly #child: ChildProcess;
  readonly #onFree: () => void;
  readonly #onEnd: (failure: string | null) => void;
  #job: Job | null = null;
  #id = 0;
  #timer: NodeJS.Timeout | undefined;
  #started = 0;
  #taken = 0;
  #worked = 0;
  #ready = false;
  #clean = true;
  #ended = false;
  #said = "";

  constructor(child: ChildProcess, onFree: () => void, onEnd: (failure: string | null) => void) {
    this.#onFree = onFree;
    this.#onEnd = onEnd;
    this.#child = child;
    this.#child.stderr?.on("data", (chunk: Buffer) => {
      this.#said = `${this.#said}${chunk}`.slice(-SAID);
    });
    this.#child.on("message", (answer: LaneAnswer) => this.#hear(answer));
    this.#child.once("error", (error) => this.#end(error.message));
    this.#child.once("exit", () => this.#end(this.#said.trim()));
    this.#timer = setTimeout(() => this.#end("it took too long to start"), PREPARE_MILLISECONDS);
  }

  get free(): boolean {
    return this.#ready && this.#clean && !this.#ended;
  }

  take(job: Job): void {
    this.#job = job;
    this.#clean = false;
    this.#id += 1;
    this.#child.ref();
    job.signal?.addEventListener("abort", this.#cancel, { once: true });
    const question: LaneQuestion = {
      id: this.#id,
      program: job.program,
      outputCharacters: job.limits.outputCharacters,
    };
    this.#started = this.#taken = performance.now();
    this.#expire(PREPARE_MILLISECONDS, () =>
      failedExecution("unavailable", "Python took too long to get ready"),
    );
    this.#child.send(question, (error) => {
      if (error) this.#break(failedExecution("unavailable", "the interpreter is gone"));
    });
  }

  kill(): void {
    this.#break(failedExecution("cancelled", "the sandbox was closed"));
  }

  readonly #cancel = (): void => this.#break(failedExecution("cancelled", "cancelled", this.#elapsed()));

  #elapsed(): number {
    return performance.now() - this.#started;
  }

  #expire(milliseconds: number, execution: () => Execution): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#break(execution()), milliseconds);
  }

  #hear(answer: LaneAnswer): void {
    if (this.#ended) return;
    if ("failed" in answer) {
      this.#end(answer.failed);
      return;
    }
    if ("ready" in answer) {
      this.#ready = true;
      this.#child.channel?.unref();
      this.#rest();
      return;
    }
    if (answer.id !== this.#id) return;
    if ("clean" in answer) this.#rest();
    else if ("started" in answer) this.#watch();
    else if ("broken" in answer) this.#break(failedExecution("crash", answer.broken, answer.milliseconds));
    else if (answer.worn) this.#break(answer.execution);
    else {
      this.#settle(answer.execution);
      this.#expire(PREPARE_MILLISECONDS, () => failedExecution("crash", "it couldn't forget its program"));
    }
  }

  #watch(): void {
    const milliseconds = this.#job?.limits.milliseconds ?? 0;
    this.#started = performance.now();
    this.#expire(milliseconds, () =>
      failedExecution("timeout", `stopped after ${seconds(milliseconds)}`, this.#elapsed()),
    );
  }

  #rest(): void {
    if (this.#taken > 0) this.#worked += performance.now() - this.#taken;
    clearTimeout(this.#timer);
    if (this.#worked > WORKED_MILLISECONDS) {
      this.#end(null);
      return;
    }
    this.#timer = setTimeout(() => this.#end(null), IDLE_MILLISECONDS).unref();
    this.#clean = true;
    this.#child.unref();
    this.#onFree();
  }

  #settle(execution: Execution): void {
    clearTimeout(this.#timer);
    const job = this.#job;
    this.#job = null;
    job?.signal?.removeEventListener("abort", this.#cancel);
    job?.settle(execution);
  }

  #break(execution: Execution): void {
    this.#settle(execution);
    this.#end(null);
  }

  #end(failure: string | null): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#child.kill("SIGKILL");
    this.#settle(failedExecution("crash", "the program ended the interpreter", this.#elapsed()));
    this.#onEnd(this.#ready ? null : failure);
  }
}
