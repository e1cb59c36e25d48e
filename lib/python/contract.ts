import { z } from "zod";

/** Blocks of Python that share one state and run in order, as a model wrote them into one reasoning path. */
export const program = z.object({ blocks: z.array(z.string().max(200_000)).min(1).max(100) });
export type Program = z.infer<typeof program>;

/** What a program may use up. */
export const limits = z.object({
  milliseconds: z.number().int().min(1).max(600_000).default(10_000).describe("Of wall time"),
  outputCharacters: z
    .number()
    .int()
    .min(100)
    .max(1_000_000)
    .default(64_000)
    .describe("Kept of what it prints"),
});
export type Limits = z.infer<typeof limits>;
export const DEFAULT_LIMITS: Limits = limits.parse({});

/**
 * Why a program didn't end well. exception: Python raised it, `line` counts within its block; exit: it called
 * sys.exit with a failure; timeout, memory: a limit stopped it; crash: the interpreter broke and was replaced;
 * cancelled: the caller gave it up; unavailable: the sandbox couldn't run it, which says nothing of the program.
 */
export const executionError = z.object({
  kind: z.enum(["exception", "exit", "timeout", "memory", "crash", "cancelled", "unavailable"]),
  message: z.string().describe("One line, such as ZeroDivisionError: division by zero"),
  line: z.number().int().nullable(),
});
export type ExecutionError = z.infer<typeof executionError>;

/** What one block gave: what it printed, the value of its last expression as text, and why it stopped early. */
export const blockResult = z.object({
  stdout: z.string(),
  value: z.string().nullable(),
  error: executionError.nullable(),
});
export type BlockResult = z.infer<typeof blockResult>;

/**
 * What a program gave. A block that raises doesn't keep the next ones from running, as in a notebook; `error` is
 * the last block's. `value` is the last block's or, where nothing was printed and nothing has a value, what the
 * program's own `solution()` returns. `truncated`: characters of output that were cut out of the middle.
 */
export const execution = z.object({
  stdout: z.string(),
  value: z.string().nullable(),
  error: executionError.nullable(),
  milliseconds: z.number().min(0),
  truncated: z.number().int().min(0),
  blocks: z.array(blockResult),
});
export type Execution = z.infer<typeof execution>;

/** What Python in a browser is made of; `packages` is the archive of SymPy and mpmath, null where there is none. */
export interface BrowserFiles {
  wasm: ArrayBuffer;
  library: ArrayBuffer;
  lock: string;
  driver: string;
  packages: ArrayBuffer | null;
}

/**
 * What a page asks of the isolated frame in which Python runs in a browser. start: throw the interpreter away, if
 * there is one, and start a new one, which counts as `epoch`; the files come with the first start alone.
 */
export type BrowserRequest =
  | { type: "start"; epoch: number; files: BrowserFiles | null }
  | { type: "run"; epoch: number; id: number; program: Program; outputCharacters: number };

/** What the interpreter says. The frame passes it on as JSON, since it may be a hostile program that speaks. */
export const browserAnswer = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("started"), id: z.number().int() }),
  z.object({ type: z.literal("done"), id: z.number().int(), execution, worn: z.boolean() }),
  z.object({ type: z.literal("broken"), message: z.string().max(1_000) }),
]);
export type BrowserAnswer = z.infer<typeof browserAnswer>;

/** What the frame posts to the page; `text` is a BrowserAnswer as JSON. */
export const browserMessage = z.object({ epoch: z.number().int(), text: z.string().max(4_000_000) });
export type BrowserMessage = z.infer<typeof browserMessage>;
