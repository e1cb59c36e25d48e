/**
 * How fast a large JSONL file comes in, and in how much memory: `node bench/import.ts [MB]`, 200 MB by default.
 * The measure is the ratio to what PostgreSQL itself needs for COPY of the same records into the same table, so
 * that figures of different machines can be compared.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { testServer } from "#lib/cli/testing/server.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { importHandler } from "#lib/datasets/handlers/import.ts";
import { importOptions } from "#lib/datasets/import-options.ts";
import { planImport } from "#lib/datasets/import-plan.ts";
import { lineTally } from "#lib/datasets/line-tally.ts";
import { recordLines } from "#lib/datasets/record-lines.ts";
import { copyImportRows } from "#lib/datasets/store/import-rows.ts";
import { startImport } from "#lib/datasets/store/imports.ts";
import { writeUpload } from "#lib/datasets/store/upload.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { readJsonl } from "#lib/formats/readers/jsonl.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { getRun } from "#lib/jobs/store/read.ts";

const wanted = Number(process.argv[2] ?? 200) * 1e6;
const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);
const peak = () => mebibytes(process.resourceUsage().maxRSS * 1024);

/** Rows as GSM8K has them, about 600 bytes each; `size` is how many bytes have been given. */
const size = { bytes: 0, rows: 0 };
function* file(): Generator<Buffer> {
  size.bytes = 0;
  size.rows = 0;
  while (size.bytes < wanted) {
    const steps = Array.from(
      { length: 8 },
      (_, k) => `Step ${k} of ${size.rows} adds ${k} <<${k}+1=${k + 1}>>${k + 1}.`,
    );
    const row = {
      question: `Row ${size.rows}: a shop sells ${size.rows % 97} apples a day. How many does it sell in ${size.rows % 31} days?`,
      answer: `${steps.join("\n")}\n#### ${size.rows}`,
    };
    const line = Buffer.from(`${JSON.stringify(row)}\n`);
    size.bytes += line.length;
    size.rows += 1;
    yield line;
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { seconds: (performance.now() - start) / 1000, value };
}

async function copyAlone(): Promise<number> {
  const planned = planImport({ shape: "gsm8k" }, []);
  if (!planned.ok) throw new Error(planned.message);
  const counts = { rows: 0, problems: 0, paths: 0, scores: 0, pairs: 0, rejected: 0 };
  const lines = recordLines(readJsonl(Readable.from(file())), {
    runId: 1,
    draft: planned.plan.draft,
    allOrNothing: true,
    counts,
    rejected: lineTally(1),
  });
  const folder = await mkdtemp(join(tmpdir(), "lemma-bench-"));
  try {
    const copy = join(folder, "rows.copy");
    await pipeline(lines, createWriteStream(copy));
    const whole = createReadStream(copy, { encoding: "utf8", highWaterMark: 2 ** 18 });
    return (await timed(() => sql().begin((tx) => copyImportRows(tx, whole)))).seconds;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const copy = await (await testServer()).copy();
process.env["DATABASE_URL"] = copy.url;
try {
  const scope = (await emptyProject()).as("curator");
  const atStart = peak();
  const upload = await timed(() =>
    writeUpload(scope, { name: "bench.jsonl", announcedBytes: null }, Readable.from(file())),
  );
  const records = 2 * size.rows;
  const afterUpload = peak();
  const { id } = await startImport(scope, upload.value.id, importOptions.parse({}));
  const run = await timed(() => executeRun(id, new Map([[importHandler.kind, importHandler]])));
  const afterImport = peak();
  const { state, error } = await getRun(scope, id);
  if (state !== "done") throw new Error(error?.message ?? state);
  const baseline = await copyAlone();
  const rate = (seconds: number) =>
    `${seconds.toFixed(1)} s, ${Math.round(records / seconds).toLocaleString("en")} records/s`;
  console.info(
    `file      ${mebibytes(size.bytes)} MiB, ${size.rows.toLocaleString("en")} rows, ${records.toLocaleString("en")} records`,
  );
  console.info(
    `upload    ${upload.seconds.toFixed(1)} s, ${Math.round(size.bytes / 1e6 / upload.seconds)} MB/s`,
  );
  console.info(`import    ${rate(run.seconds)}`);
  console.info(`COPY      ${rate(baseline)}`);
  console.info(
    `ratio     the import takes ${(run.seconds / baseline).toFixed(1)} times as long as COPY alone`,
  );
  console.info(
    `peak RSS  ${atStart} MiB at start, ${afterUpload} after the upload, ${afterImport} after the import`,
  );
} finally {
  await closeSender();
  await closeDatabase();
  await copy.close();
}
