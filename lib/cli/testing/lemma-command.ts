import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { checkout } from "../checkout.ts";

export interface Said {
  code: number | null;
  stdout: string;
  stderr: string;
}

export const lemma = [process.execPath, join(checkout, "lib", "cli", "lemma.mjs")] as const;

interface Given {
  input?: Iterable<string | Uint8Array>;
  env?: Readonly<Record<string, string>>;
}

/** Starts the command as a person's shell would. */
export function startLemma(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const [node, main] = lemma;
  return spawn(node, [main, ...words], { cwd: checkout, env: { ...process.env, ...env } });
}

/** Runs the command to its end. `input` goes to its standard input, as fast as that takes it. */
export async function runLemma(words: readonly string[], { input = [], env }: Given = {}): Promise<Said> {
  const child = startLemma(words, env);
  const said = [child.stdout, child.stderr].map((stream) => stream.setEncoding("utf8").toArray());
  const ended = once(child, "close");
  // A command that has ended doesn't take the rest of its input.
  await pipeline(Readable.from(input, { objectMode: false }), child.stdin).catch(() => {});
  const [code] = await ended;
  const [stdout = [], stderr = []] = await Promise.all(said);
  return { code: typeof code === "number" ? code : null, stdout: stdout.join(""), stderr: stderr.join("") };
}

/** A file of its own with this in it. */
export function newFile(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "lemma-file-")), name);
  writeFileSync(path, content);
  return path;
}

/** One JSON value a line. */
export function jsonLines(text: string): unknown[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}

export function asJsonLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}
