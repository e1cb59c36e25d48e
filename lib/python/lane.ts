// The process of one interpreter. It may read only its own files, start nothing and make no code of text (see
// lane-process.ts), and it hides from Pyodide that it is Node.js, so that nothing of it is used.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { type Interpreter, startInterpreter } from "./interpreter.ts";
import type { LaneAnswer, LaneQuestion } from "./lane-process.ts";

const channel = process;
const [pyodideFolder = "", packagesFile = "", memoryBytes = "0"] = channel.argv.slice(2);
const ORIGIN = "https://sandbox.invalid/";

const read = (name: string): Uint8Array => readFileSync(join(pyodideFolder, name));
const assets = new Map(
  ["pyodide.asm.wasm", "python_stdlib.zip"].map((name) => [`${ORIGIN}${name}`, new Uint8Array(read(name))]),
);
const lock = new TextDecoder().decode(read("pyodide-lock.json"));
const driver = readFileSync(join(import.meta.dirname, "driver.py"), "utf8");
const packages = packagesFile === "" ? null : new Uint8Array(readFileSync(packagesFile));

const WorkerGlobalScope = { [Symbol.hasInstance]: (value: unknown): boolean => value === globalThis };

/** Makes this process look like a web worker that can load two files and nothing else. */
function disguise(): void {
  for (const name of ["process", "require", "WebSocket", "EventSource", "BroadcastChannel", "navigator"]) {
    Reflect.deleteProperty(globalThis, name);
  }
  Object.assign(globalThis, {
    WorkerGlobalScope,
    self: globalThis,
    location: new URL(`${ORIGIN}lane.js`),
    fetch: async (address: unknown) => {
      const bytes = assets.get(String(address));
      if (!bytes) throw new TypeError("The sandbox has no network.");
      return new Response(bytes, { headers: { "content-type": "application/wasm" } });
    },
  });
}

function forbidModules(): void {
  registerHooks({
    resolve: () => {
      throw new Error("The sandbox loads no more modules.");
    },
  });
}

disguise();
const { loadPyodide } = await import("pyodide");
const { default: createModule } = await import(join(pyodideFolder, "pyodide.asm.mjs"));
const send = (answer: LaneAnswer): void => {
  channel.send?.(answer);
};

const interpreter = await startInterpreter({
  load: loadPyodide,
  createModule,
  indexURL: ORIGIN,
  lock,
  driver,
  packages,
  memoryBytes: Number(memoryBytes),
}).catch((error: unknown) => {
  // What Node.js would print of it begins with a line of a million characters of Pyodide's.
  send({ failed: error instanceof Error ? error.message.trim().slice(-500) : String(error) });
  return null;
});
assets.clear();
forbidModules();

const stackIsFull = (error: unknown): boolean =>
  error instanceof RangeError && /call stack/.test(error.message);

channel.on("disconnect", () => channel.exit(0));
if (interpreter) {
  serve(interpreter);
  send({ ready: true });
}

function serve({ prepare, run, reset }: Interpreter): void {
  channel.on("message", ({ id, program, outputCharacters }: LaneQuestion) => {
    prepare(program);
    send({ id, started: true });
    const start = performance.now();
    try {
      const { worn, ...outcome } = run(program, outputCharacters);
      send({ id, execution: { ...outcome, milliseconds: performance.now() - start }, worn });
      if (worn) return;
      reset();
      send({ id, clean: true });
    } catch (error) {
      const broken = stackIsFull(error)
        ? "RecursionError: the program called itself deeper than the interpreter's stack"
        : "the program broke the interpreter";
      send({ id, broken, milliseconds: performance.now() - start });
    }
  });
}
