import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { handle, type LogMessage } from "#lib/jobs/job.ts";
import { requestCheck } from "#lib/paths/store/request-check.ts";
import { planFile, SAMPLE_ROWS } from "../import-plan.ts";
import { type ImportReport, nothingImported, type RecordCounts } from "../import-report.ts";
import { importJob } from "../jobs.ts";
import { type LineTally, lineTally } from "../line-tally.ts";
import { peek } from "../peek.ts";
import { type RecordCount, recordLines } from "../record-lines.ts";
import { copyImportRows } from "../store/import-rows.ts";
import { dropImported, fileOfImport } from "../store/imports.ts";
import { type MergedImport, mergeImport } from "../store/merge-import.ts";
import { readRows } from "../store/read-rows.ts";

/** Nobody reads a million messages; all rejected lines are counted. */
const KEPT_MESSAGES = 1000;

/**
 * Reads the file and merges its records in one transaction, together with the end of the run: a worker that dies
 * leaves nothing behind, and the next one begins anew. Memory holds a chunk, a row and a batch at a time.
 */
export const importHandler = handle(importJob, async (run) => {
  const { uploadId, options } = run.parameters;
  const file = await fileOfImport(run.projectId, uploadId);
  const counts: RecordCount = { rows: 0, problems: 0, paths: 0, scores: 0, pairs: 0, rejected: 0 };
  const rejected = lineTally(KEPT_MESSAGES);
  await run.progress({ done: 0, total: file.bytes });
  const { type, rows } = await readRows(file, (done) => run.progress({ done, counts: { ...counts } }));
  const { first, all } = await peek(rows, SAMPLE_ROWS);
  const planned = planFile(type, options, first);
  if (!planned.ok) throw new AppError("invalid_input", planned.message);
  const { plan } = planned;
  const allOrNothing = !options.keepGoing;
  const owner = { projectId: run.projectId, createdById: run.createdById };
  const staged = { projectId: run.projectId, runId: run.id };
  try {
    await sql().begin(async (tx) => {
      const lines = recordLines(all, { runId: run.id, draft: plan.draft, allOrNothing, counts, rejected });
      await copyImportRows(tx, lines);
      if (allOrNothing) refuseRejected(rejected, "line");
      const merged = await mergeImport(tx, staged);
      for (const each of Object.values(merged)) rejected.add(each.rejected, each.rejectedCount);
      if (allOrNothing) refuseRejected(rejected, "record");
      await run.progress({ done: file.bytes, counts: { ...counts } });
      await run.log([...rejectedMessages(rejected), ...warningMessages(merged)]);
      if (merged.paths.created > 0 || merged.problems.filled > 0) await requestCheck(tx, owner);
      await dropImported(tx, run.id, uploadId);
      await run.commit(tx, { ...report(type, plan.shape, counts, merged) });
    });
  } catch (error) {
    if (error instanceof AppError) await run.log(rejectedMessages(rejected));
    throw error;
  }
  return undefined;
});

function refuseRejected({ count, first }: LineTally, what: "line" | "record"): void {
  if (first) throw new AppError("invalid_input", nothingImported(count, what, first), { line: first.line });
}

function rejectedMessages(rejected: LineTally): LogMessage[] {
  const messages = rejected.kept.map(
    ({ line, field, message }): LogMessage => ({
      level: "error",
      line,
      message,
      ...(field ? { field } : {}),
    }),
  );
  const more = rejected.count - rejected.kept.length;
  if (more > 0)
    messages.push({ level: "error", message: `${more.toLocaleString("en")} more were rejected.` });
  return messages;
}

function warningMessages({ problems }: MergedImport): LogMessage[] {
  const messages = problems.warnings.map(
    ({ line, message }): LogMessage => ({ level: "warning", line, message }),
  );
  const more = problems.warningCount - problems.warnings.length;
  if (more > 0)
    messages.push({ level: "warning", message: `${more.toLocaleString("en")} more lines differ.` });
  return messages;
}

function report(
  fileType: string,
  shape: string | null,
  counts: RecordCount,
  merged: MergedImport,
): ImportReport {
  const of = ({ created, matched, rejectedCount }: MergedImport[keyof MergedImport]): RecordCounts => ({
    created,
    matched,
    rejected: rejectedCount,
  });
  return {
    fileType,
    shape: shape ?? "columns",
    rows: counts.rows,
    rejectedRows: counts.rejected,
    problems: of(merged.problems),
    paths: of(merged.paths),
    scores: of(merged.scores),
    pairs: of(merged.pairs),
    filled: merged.problems.filled,
    warnings: merged.problems.warningCount,
  };
}
