import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { Readable } from "node:stream";
import { installedPackages } from "./packages.ts";
import { pyodideFolder, pythonFolder } from "./place.ts";

/** The archive's name for browsers; its own names the versions in it. */
export const PACKAGES_NAME = "packages.zip";
export const FRAME_NAME = "frame.html";

/**
 * The frame's policy. It is sandboxed however it is opened, so it has no origin and no cookies; it connects to
 * nothing, for the page hands it the files; it runs scripts of this place and WebAssembly, and no text as code.
 */
export const FRAME_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-scripts",
].join("; ");

const FRAME = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Python</title>
<script type="module" src="browser-frame.ts"></script>
</html>
`;

const SCRIPT = "text/javascript; charset=utf-8";
const PYODIDE: Readonly<Record<string, string>> = {
  "pyodide.mjs": SCRIPT,
  "pyodide.asm.mjs": SCRIPT,
  "pyodide.asm.wasm": "application/wasm",
  "python_stdlib.zip": "application/zip",
  "pyodide-lock.json": "application/json",
};
/** Sources of ours, sent as JavaScript under the names by which they import each other. */
const SOURCES = [
  "browser-frame.ts",
  "browser-worker.ts",
  "bare-globals.ts",
  "interpreter.ts",
  "filesystem.ts",
  "memory-image.ts",
];
const DRIVER = "driver.py";

/** A file that the browser's Python is made of. `etag` is quoted. */
export interface BrowserFile {
  type: string;
  etag: string;
  body(): ReadableStream | string;
}

function ofText(text: string, type: string, etag: string): BrowserFile {
  return { type, etag, body: () => text };
}

async function etagOf(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  return `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
}

async function onDisk(path: string, type: string): Promise<BrowserFile> {
  return {
    type,
    etag: await etagOf(path),
    body: () => Readable.toWeb(createReadStream(path)) as ReadableStream, // Node's type of the same class.
  };
}

const stripped = new Map<string, BrowserFile>();

async function source(name: string): Promise<BrowserFile> {
  const path = join(pythonFolder, name);
  const etag = await etagOf(path);
  const known = stripped.get(name);
  if (known?.etag === etag) return known;
  const file = ofText(stripTypeScriptTypes(await readFile(path, "utf8")), SCRIPT, etag);
  stripped.set(name, file);
  return file;
}

/**
 * A file by its name in the address, of a closed list: Pyodide's, the sandbox's own sources, the archive of SymPy
 * and the frame. Null for any other name, and for the archive where it isn't installed.
 */
export async function browserFile(name: string): Promise<BrowserFile | null> {
  if (name === FRAME_NAME) return ofText(FRAME, "text/html; charset=utf-8", `"frame-${FRAME.length}"`);
  if (name === DRIVER) return onDisk(join(pythonFolder, DRIVER), "text/x-python; charset=utf-8");
  if (SOURCES.includes(name)) return source(name);
  if (name === PACKAGES_NAME) {
    const archive = installedPackages();
    return archive === null ? null : onDisk(archive, "application/zip");
  }
  const type = Object.hasOwn(PYODIDE, name) ? PYODIDE[name] : undefined;
  return type === undefined ? null : onDisk(join(pyodideFolder, name), type);
}
