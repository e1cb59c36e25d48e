import { createHash } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { AppError } from "#lib/errors.ts";
import { percent, progressLine } from "./progress-line.ts";
import { asking, type Studio, studioAt } from "./studio.ts";
import { isReaderGone, writeChunk } from "./write-chunk.ts";

interface Options {
  project: string;
  dataset: string;
  version: string;
  format: string;
  style: string;
  output?: string;
  server?: string;
  key?: string;
}

/** Writes a frozen version to a file, which is there whole or not at all, or to the standard output. */
export async function exportFile(options: Options): Promise<void> {
  const studio = studioAt(options);
  const { dataset, version } = await findVersion(studio, options);
  const query = new URLSearchParams({ format: options.format, style: options.style });
  const project = encodeURIComponent(options.project);
  const answer = await studio.fetch(
    `/projects/${project}/datasets/${dataset}/versions/${version}/export?${query}`,
  );
  if (options.output === undefined) {
    await writeChecked(answer, process.stdout).catch((error: unknown) => {
      if (!isReaderGone(error)) throw error;
    });
    return;
  }
  const target = resolve(options.output);
  const draft = `${target}.${process.pid}.part`;
  try {
    const file = (await open(draft, "wx")).createWriteStream();
    await writeChecked(answer, file);
    file.end();
    await finished(file);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw isFileError(error)
      ? new AppError("unavailable", `${target} can't be written: ${error.message}.`, {}, { cause: error })
      : error;
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && !(error instanceof AppError) && "syscall" in error;
}

/** Datasets are named by name or number, versions by number or as the latest frozen one. */
async function findVersion(studio: Studio, options: Options): Promise<{ dataset: number; version: number }> {
  const { project } = options;
  return asking(studio, async (client) => {
    const datasets = await client.datasets.list({ project });
    const found =
      datasets.find(({ name }) => name === options.dataset) ??
      datasets.find(({ id }) => String(id) === options.dataset);
    if (!found) {
      const names = datasets.map(({ name }) => name).join(", ") || "none yet";
      throw new AppError("not_found", `The project has no dataset ${options.dataset}. There are: ${names}.`);
    }
    if (options.version !== "latest") return { dataset: found.id, version: Number(options.version) };
    const { versions } = await client.datasets.get({ project, dataset: found.id });
    const latest = versions.find(({ state }) => state === "ready");
    if (latest) return { dataset: found.id, version: latest.number };
    throw new AppError("not_found", `${found.name} has no frozen version yet: freeze one on its page.`);
  });
}

/** Writes the answer's body as it comes, and compares its SHA-256 with what the studio says it is. */
async function writeChecked(answer: Response, target: Writable): Promise<void> {
  const wanted = answer.headers.get("etag")?.match(/^"([0-9a-f]{64})"$/)?.[1];
  const total = Number(answer.headers.get("content-length") ?? 0);
  const line = progressLine(process.stderr);
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of bodyOf(answer)) {
      hash.update(chunk);
      bytes += chunk.length;
      if (target !== process.stdout) line.show(total > 0 ? percent(bytes, total) : `${bytes} bytes`);
      await writeChunk(target, chunk);
    }
  } finally {
    line.clear();
  }
  if (wanted === undefined || hash.digest("hex") === wanted) return;
  throw new AppError(
    "unavailable",
    "The file that came is not the one that was frozen (its SHA-256 differs). Try again.",
  );
}

async function* bodyOf(answer: Response): AsyncGenerator<Uint8Array, void, undefined> {
  if (!answer.body) return;
  try {
    yield* answer.body;
  } catch (cause) {
    throw new AppError(
      "unavailable",
      "The connection broke before the whole file was here. Try again.",
      {},
      { cause },
    );
  }
}
