import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { byteStream } from "#lib/api/byte-stream.ts";
import { AppError } from "#lib/errors.ts";
import type { Run, RunLogEntry } from "#lib/jobs/contract.ts";
import { fileSize } from "./file-size.ts";
import { importWords } from "./import-words.ts";
import { type ProgressLine, percent, progressLine } from "./progress-line.ts";
import { asking, type Studio, studioAt } from "./studio.ts";

interface Options {
  project: string;
  keepGoing?: true;
  model?: string;
  split?: string;
  server?: string;
  key?: string;
}

const POLL_MS = 400;
/** So many messages are shown here; the studio's page of the run has more. */
const SHOWN_MESSAGES = 50;

const started = z.object({ run: z.object({ id: z.number() }) });

/** Sends the file to the studio, waits for its import, and prints the report. Throws when the import fails. */
export async function importFile(path: string, options: Options): Promise<void> {
  const studio = studioAt(options);
  const line = progressLine(process.stderr);
  try {
    const id = await upload(studio, path, options, line);
    const run = await untilEnded(studio, options.project, id, line);
    line.clear();
    await showMessages(studio, options.project, run);
    if (run.state !== "done")
      throw new AppError("invalid_input", run.error?.message ?? `The import was ${run.state}.`);
    for (const words of importWords(run.result ?? {})) console.log(words);
  } finally {
    line.clear();
  }
}

async function upload(studio: Studio, path: string, options: Options, line: ProgressLine): Promise<number> {
  const bytes = await fileSize(path);
  const query = new URLSearchParams({ name: basename(path), import: "true" });
  if (options.keepGoing) query.set("keepGoing", "true");
  if (options.model !== undefined) query.set("model", options.model);
  if (options.split !== undefined) query.set("split", options.split);
  async function* counted(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    let sent = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      sent += chunk.length;
      line.show(`Sending ${basename(path)}: ${percent(sent, bytes)}`);
      yield chunk;
    }
  }
  // Fetch's standard asks for `duplex` where a body is a stream; TypeScript's types don't know it yet.
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "content-length": String(bytes) },
    body: byteStream(counted()),
    duplex: "half",
  };
  const project = encodeURIComponent(options.project);
  const answer = await studio.fetch(`/projects/${project}/uploads?${query}`, init);
  return started.parse(await answer.json()).run.id;
}

async function untilEnded(studio: Studio, project: string, id: number, line: ProgressLine): Promise<Run> {
  for (;;) {
    const run = await asking(studio, (client) => client.runs.get({ project, run: id }));
    if (run.state !== "queued" && run.state !== "running") return run;
    const share = percent(run.done, run.total ?? 0);
    line.show(run.state === "queued" ? `Run ${id} waits for a worker` : `Importing: ${share}`);
    await pause(POLL_MS);
  }
}

async function showMessages(studio: Studio, project: string, run: Run): Promise<void> {
  const page = await asking(studio, (client) =>
    client.runs.log({ project, run: run.id, limit: SHOWN_MESSAGES }),
  );
  for (const entry of page.items) console.error(entryWords(entry));
  const more = page.count - page.items.length;
  if (more > 0)
    console.error(
      `… and ${more.toLocaleString("en")} more messages, on the run's page: ${studio.url}/projects/${project}/runs/${run.id}`,
    );
}

function entryWords({ line, field, message }: RunLogEntry): string {
  const place = [line === null ? null : `line ${line}`, field].filter((part) => part !== null).join(", ");
  return place === "" ? message : `${place}: ${message}`;
}
