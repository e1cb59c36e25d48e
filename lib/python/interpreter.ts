import type { loadPyodide, PyodideAPI } from "pyodide";
import type { Execution, Program } from "./contract.ts";
import { type EmscriptenFs, guardFiles } from "./filesystem.ts";
import { type MemoryImage, restoreImage, takeImage } from "./memory-image.ts";

/** What an interpreter is made of. `packages` is the archive of SymPy and mpmath, null where it isn't installed. */
export interface InterpreterParts {
  load: typeof loadPyodide;
  createModule: unknown;
  indexURL: string;
  lock: string;
  driver: string;
  packages: Uint8Array | null;
  memoryBytes: number;
}

/** `worn`: its memory has grown too far to be wiped quickly, so take a new one. */
export type Outcome = Omit<Execution, "milliseconds"> & { worn: boolean };

export interface Interpreter {
  /** Gets ready for a program: imports SymPy where it is mentioned for the first time, which takes seconds. */
  prepare(program: Program): void;
  /** Runs a program to its end, however long that takes. Throws only when the interpreter itself broke. */
  run(program: Program, outputCharacters: number): Outcome;
  /** Forgets the program. Call it after each run, at the latest before the next. */
  reset(): void;
}

const PACKAGES = "/lib/packages.zip";
const WORN_BYTES = 96 * 1024 * 1024;
const ANSWER_CHARACTERS = 16_000_000;
const MENTIONS_SCIENCE = /sympy|mpmath/;

/** What is used of Pyodide beyond its published interface. */
type Internals = PyodideAPI & {
  FS: EmscriptenFs & { writeFile(path: string, bytes: Uint8Array): void };
  _module: Record<string, unknown> & {
    HEAPU8: Uint8Array;
    wasmTable: WebAssembly.Table;
    /** The end of the heap, in bytes, as long as it is asked for no more than now. It never shrinks. */
    _sbrk(more: 0): number;
    stackSave(): number;
    stackRestore(at: number): void;
  };
  _api: { scheduleCallback: unknown };
};

/** Pyodide catches what `grow` throws and takes it for a full memory, which Python raises as MemoryError. */
function capMemory(bytes: number): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * 65_536 > bytes)
      throw new RangeError("The sandbox's memory is full.");
    return grow.call(this, pages);
  };
}

/** From here on no code can be made: a module of WebAssembly brings functions of its own. */
function forbidNewCode(): void {
  const refuse = (): never => {
    throw new WebAssembly.CompileError("The sandbox takes no new code.");
  };
  for (const name of [
    "Module",
    "Instance",
    "compile",
    "instantiate",
    "compileStreaming",
    "instantiateStreaming",
  ]) {
    Object.defineProperty(WebAssembly, name, { value: refuse, writable: false, configurable: false });
  }
}

/** Modules that call any function of the WebAssembly module, and of JavaScript, by name. */
const SEALED = ["_PyInit__ctypes", "_PyInit__pyodide_core"];

/**
 * CPython starts a built-in module by a function of the table; for the sealed ones that becomes one which has the
 * same type and only fails.
 */
function sealModules(module: Internals["_module"]): void {
  const sealed = new Set(SEALED.map((name) => module[name]));
  for (let at = 0; at < module.wasmTable.length; at += 1) {
    if (sealed.has(module.wasmTable.get(at))) module.wasmTable.set(at, module["_PyErr_NoMemory"]);
  }
}

function freezeIntrinsics(): void {
  const kinds = [
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    Promise,
    Map,
    Set,
    Uint8Array,
    Error,
    RegExp,
  ];
  for (const kind of kinds) {
    Object.freeze(kind.prototype);
    Object.freeze(kind);
  }
}

/**
 * Starts CPython in WebAssembly (Pyodide) and makes it a sandbox for one program after the other: no way to
 * JavaScript, files or the network is left, and `reset` writes back the whole linear memory as it was before, so
 * that modules, builtins and everything else of Python are as new. Works in a process of Node.js that looks like a
 * web worker, and in a web worker. SymPy is imported when a program first mentions it, into an image of its own.
 */
export async function startInterpreter(parts: InterpreterParts): Promise<Interpreter> {
  capMemory(parts.memoryBytes);
  const python = (await parts.load({
    indexURL: parts.indexURL,
    lockFileContents: parts.lock,
    // Pyodide's own way to be given its module; it isn't in the published type of the configuration.
    ...({ createPyodideModule: parts.createModule } as object),
    jsglobals: {},
    stdin: () => null,
    stdout: () => {},
    stderr: () => {},
  })) as Internals; // The published type leaves out the internals that are named above.
  const { FS, _module, _api } = python;
  if (parts.packages) FS.writeFile(PACKAGES, parts.packages);
  // With builtins of its own the driver still works for a program that patches those of everyone.
  const driver = python.runPython(`
import builtins, types
driver = types.ModuleType("driver")
driver.__builtins__ = dict(vars(builtins))
driver`);
  python.globals["set"]("source", parts.driver);
  python.runPython(`exec(compile(source, "<driver>", "exec"), driver.__dict__)`);
  const [run, warm, lock, warmScience] = ["run", "warm", "lock", "warm_science"].map((name) => driver[name]);
  warm(parts.packages ? PACKAGES : "");
  lock();
  python.globals["clear"]();
  _api.scheduleCallback = () => {};
  const resetFiles = guardFiles(FS);
  resetFiles();
  sealModules(_module);
  freezeIntrinsics();
  forbidNewCode();

  const stack = _module.stackSave();
  const plain = takeImage(_module.HEAPU8);
  let science: MemoryImage | null = parts.packages ? null : plain;
  let current = plain;

  const load = (image: MemoryImage): void => {
    // Past its heap a program has written nothing; past the heap of another image there is that image.
    restoreImage(_module.HEAPU8, image, image === current ? _module._sbrk(0) : undefined);
    _module.stackRestore(stack);
    current = image;
  };
  const scienceImage = (): MemoryImage => {
    if (science) return science;
    load(plain);
    warmScience();
    resetFiles();
    science = current = takeImage(_module.HEAPU8);
    return science;
  };

  const prepare = ({ blocks }: Program): MemoryImage => {
    const image = blocks.some((block) => MENTIONS_SCIENCE.test(block)) ? scienceImage() : plain;
    if (current !== image) load(image);
    return image;
  };

  return {
    prepare,
    run(program, outputCharacters) {
      const image = prepare(program);
      const answer: unknown = run(JSON.stringify({ blocks: program.blocks, outputCharacters }));
      if (typeof answer !== "string" || answer.length > ANSWER_CHARACTERS)
        throw new Error("The answer is no text.");
      const outcome: Omit<Outcome, "worn"> = JSON.parse(answer);
      return { ...outcome, worn: _module.HEAPU8.length > image.length + WORN_BYTES };
    },
    reset() {
      load(current);
      resetFiles();
    },
  };
}
