// The script of the worker in which Python runs in a browser: see browser-frame.ts. It gets its files from the page
// and then programs, one at a time; whoever wants to stop a program ends the worker.
import { bareGlobals } from "./bare-globals.ts";
import type { BrowserAnswer, BrowserFiles, Program } from "./contract.ts";
import { startInterpreter } from "./interpreter.ts";

interface Question {
  id: number;
  program: Program;
  outputCharacters: number;
}

const ORIGIN = "https://sandbox.invalid/";
const MEMORY_BYTES = 512 * 1024 * 1024;

const post = globalThis.postMessage.bind(globalThis);
const now = performance.now.bind(performance);
const say = (answer: BrowserAnswer): void => post(JSON.stringify(answer));

function messageOf(error: unknown): string {
  const isFull = error instanceof RangeError && /call stack/.test(error.message);
  return isFull
    ? "RecursionError: the program called itself deeper than the interpreter's stack"
    : "the program broke the interpreter";
}

async function start({
  wasm,
  library,
  lock,
  driver,
  packages,
}: BrowserFiles): Promise<(asked: Question) => void> {
  const assets = new Map([
    [`${ORIGIN}pyodide.asm.wasm`, wasm],
    [`${ORIGIN}python_stdlib.zip`, library],
  ]);
  Object.assign(globalThis, {
    fetch: async (address: unknown) => {
      const bytes = assets.get(String(address));
      if (!bytes) throw new TypeError("The sandbox has no network.");
      return new Response(bytes, { headers: { "content-type": "application/wasm" } });
    },
  });
  const beside = (name: string): string => new URL(name, import.meta.url).href;
  const { loadPyodide }: typeof import("pyodide") = await import(beside("pyodide.mjs"));
  const { default: createModule }: { default: unknown } = await import(beside("pyodide.asm.mjs"));
  const interpreter = await startInterpreter({
    load: loadPyodide,
    createModule,
    indexURL: ORIGIN,
    lock,
    driver,
    packages: packages && new Uint8Array(packages),
    memoryBytes: MEMORY_BYTES,
  });
  assets.clear();
  bareGlobals(globalThis);
  return ({ id, program, outputCharacters }) => {
    try {
      interpreter.prepare(program);
      say({ type: "started", id });
      const from = now();
      const { worn, ...outcome } = interpreter.run(program, outputCharacters);
      say({ type: "done", id, execution: { ...outcome, milliseconds: now() - from }, worn });
      if (!worn) interpreter.reset();
    } catch (error) {
      say({ type: "broken", message: messageOf(error) });
    }
  };
}

let run: ((asked: Question) => void) | null = null;
addEventListener("message", ({ data }: MessageEvent<BrowserFiles | Question>) => {
  if ("program" in data) {
    run?.(data);
    return;
  }
  start(data).then(
    (ready) => {
      run = ready;
      say({ type: "ready" });
    },
    (error: unknown) => say({ type: "broken", message: String(error).slice(0, 500) }),
  );
});
post("listening");
