import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  DEFAULT_LIMITS,
  type Execution,
  type ExecutionError,
  execution,
  type Limits,
  type Program,
} from "./contract.ts";
import { failedExecution } from "./failed-execution.ts";
import { pythonFolder } from "./place.ts";
import { postJson } from "./remote-post.ts";
import type { RunOptions, Sandbox } from "./sandbox.ts";
import { turns } from "./turns.ts";

export interface RemoteOptions {
  /** Where the sandbox listens, http or https; what it runs is posted to `execute` below it. */
  url: string;
  /** Programs that are asked for at the same time; the sandbox's own number of workers is a good choice. */
  size?: number;
  /** How long past a program's own limit its answer may take before the sandbox counts as not available. */
  graceMilliseconds?: number;
}

const DEFAULT_SIZE = 8;
const GRACE_MS = 15_000;
const MEMORY_BYTES = 4 * 1024 ** 3;
/** Most that driver.py says of one block beside what it printed: its value, its error, their names. */
const BLOCK_CHARACTERS = 12_000;
/** JSON in ASCII writes one character with at most twelve, and what is printed stands in it twice. */
const JSON_CHARACTERS = 24;

/** What `/execute` answers. */
const answered = z.object({
  process_status: z.string(),
  stdout: z.string(),
  stderr: z.string().default(""),
});
const outcome = execution.omit({ milliseconds: true });

type Failure = Pick<ExecutionError, "kind" | "message">;

/**
 * Python in a code-execution sandbox of NeMo-Skills (github.com/NVIDIA-NeMo/Skills, nemo_skills/code_execution:
 * `sandbox.py` is its own client, `local_sandbox/local_sandbox_server.py` the server), in place of the embedded one.
 *
 * The protocol: `POST /execute` with `generated_code`, `std_input`, `timeout` in seconds, `language` and
 * `max_output_characters` answers `process_status` ("completed", whatever the program did, or "timeout"), `stdout`
 * and `stderr`. The language `python` means a new process for each request, so no program sees another; its state
 * between blocks, their values and errors come from the same driver.py that the embedded sandbox runs. That reads the
 * program from its standard input and answers in a line behind a marker that the program doesn't know. The header
 * `X-Session-ID` has no meaning for this language but for the load balancer, which spreads requests by it.
 *
 * What the sandbox keeps programs from (network, files, memory) is up to its own set-up. The protocol has no way to
 * stop a program: one that is cancelled here runs on there until its timeout.
 */
export function remoteSandbox({
  url,
  size = DEFAULT_SIZE,
  graceMilliseconds = GRACE_MS,
}: RemoteOptions): Sandbox {
  const target = new URL("execute", url.endsWith("/") ? url : `${url}/`);
  const place = target.origin + target.pathname.slice(0, -"/execute".length);
  const [runner, driver] = [sourceOf("remote.py"), sourceOf("driver.py")];
  const closing = new AbortController();
  const gate = turns(size);

  async function run(program: Program, { limits = {}, signal }: RunOptions = {}): Promise<Execution> {
    const given = { ...DEFAULT_LIMITS, ...limits };
    const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    if (closing.signal.aborted) return failedExecution("unavailable", "the sandbox is closed");
    if (!(await gate.take(stop))) return failedExecution("cancelled", "cancelled");
    const start = performance.now();
    try {
      const ended = await ask(program, given, stop);
      if (!("kind" in ended)) return ended;
      return failedExecution(ended.kind, ended.message, performance.now() - start);
    } finally {
      gate.giveBack();
    }
  }

  async function ask(program: Program, limits: Limits, stop: AbortSignal): Promise<Execution | Failure> {
    const marker = randomUUID();
    const most = JSON_CHARACTERS * (limits.outputCharacters + BLOCK_CHARACTERS * program.blocks.length);
    const deadline = AbortSignal.timeout(limits.milliseconds + graceMilliseconds);
    const body = {
      generated_code: runner,
      std_input: ascii({ driver, request: requestOf(program, limits), marker, memory: MEMORY_BYTES }),
      timeout: limits.milliseconds / 1000,
      language: "python",
      max_output_characters: most,
    };
    const signal = AbortSignal.any([stop, deadline]);
    const posted = await postJson(target, body, { "x-session-id": randomUUID() }, 4 * most, signal);
    if (posted.kind === "aborted") {
      if (stop.aborted) return cancelled;
      return unavailable(
        `didn't answer within ${seconds(limits.milliseconds + graceMilliseconds)}`,
        "it may have more to do than it can",
      );
    }
    if (posted.kind === "broken")
      return unavailable(
        `can't be asked (${posted.reason})`,
        "check that it runs and that LEMMA_SANDBOX_URL is right",
      );
    if (posted.status !== 200)
      return unavailable(
        `answered ${posted.status}`,
        "check that LEMMA_SANDBOX_URL is a NeMo-Skills sandbox, and its log",
      );
    return (
      read(posted.body, marker, limits) ??
      unavailable(
        "gave an answer that isn't of its protocol",
        "check that LEMMA_SANDBOX_URL is a NeMo-Skills sandbox",
      )
    );
  }

  function unavailable(what: string, advice: string): Failure {
    return { kind: "unavailable", message: `The Python sandbox at ${place} ${what}: ${advice}.` };
  }

  return {
    size,
    run,
    close() {
      closing.abort();
      return Promise.resolve();
    },
  };
}

function sourceOf(name: string): string {
  return readFileSync(join(pythonFolder, name), "utf8");
}

const cancelled: Failure = { kind: "cancelled", message: "cancelled" };

function requestOf({ blocks }: Program, { outputCharacters }: Limits): string {
  return JSON.stringify({ blocks, outputCharacters });
}

/** JSON that survives a server whose processes speak another encoding than UTF-8. */
function ascii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What the sandbox's answer says of the program; null where it isn't one. */
function read(body: string, marker: string, limits: Limits): Execution | Failure | null {
  const parsed = answered.safeParse(jsonOf(body));
  if (!parsed.success) return null;
  const { process_status: status, stdout, stderr } = parsed.data;
  const at = stdout.lastIndexOf(`\n${marker} `);
  if (at !== -1) return readLine(stdout.slice(at + marker.length + 2));
  if (status === "timeout")
    return { kind: "timeout", message: `stopped after ${seconds(limits.milliseconds)}` };
  const last = stderr.trimEnd().split("\n").at(-1)?.trim().slice(0, 500) ?? "";
  if (last.startsWith("MemoryError")) return { kind: "memory", message: "MemoryError" };
  // Servers from before `std_input` was part of the protocol.
  if (last === "lemma: nothing came on standard input") return null;
  return {
    kind: "crash",
    message: last === "" ? "the interpreter ended without a result" : `the interpreter broke: ${last}`,
  };
}

/** The line behind the marker: milliseconds, and the JSON of an execution without them. */
function readLine(text: string): Execution | null {
  const [line = ""] = text.split("\n", 1);
  const space = line.indexOf(" ");
  const milliseconds = Number(line.slice(0, space));
  const parsed = outcome.safeParse(jsonOf(line.slice(space + 1)));
  return parsed.success && milliseconds >= 0 ? { ...parsed.data, milliseconds } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
