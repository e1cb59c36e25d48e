import { sql } from "#lib/db.ts";
import { handle } from "#lib/jobs/job.ts";
import packageJson from "../../../package.json" with { type: "json" };
import { datasetFilter, type Manifest } from "../contract.ts";
import { fileTally } from "../file-tally.ts";
import { filterInWords } from "../filter-words.ts";
import { formatsOf } from "../formats.ts";
import { freezeJob } from "../jobs.ts";
import { completeVersion, freezingVersion } from "../store/freeze.ts";
import { frozenRows } from "../store/frozen-rows.ts";
import { snapshotOrigins, takeSnapshot } from "../store/snapshot.ts";

const PROGRESS_ROWS = 500;

/**
 * Copies the rows, measures every file that will be handed out, and ends the run, in one transaction: a version is
 * there whole or not at all, and a try after a worker's death begins anew.
 */
export const freezeHandler = handle(freezeJob, async (run) => {
  await sql().begin(async (tx) => {
    const version = await freezingVersion(tx, run.projectId, run.parameters.versionId);
    const filter = datasetFilter.parse(version.filter);
    const counts = await takeSnapshot(tx, run.projectId, version.id, filter);
    await run.progress({ done: 0, total: counts.kept });
    const tallies = formatsOf(filter.kind).map(fileTally);
    let done = 0;
    for await (const row of frozenRows(version.id, tx)) {
      for (const tally of tallies) tally.add(row);
      done += 1;
      if (done % PROGRESS_ROWS === 0) await run.progress({ done });
    }
    const manifest: Manifest = {
      project: version.project,
      dataset: version.dataset,
      version: version.number,
      lemma: packageJson.version,
      frozenAt: new Date().toISOString(),
      filter,
      filterInWords: filterInWords(filter),
      ...counts,
      ...(await snapshotOrigins(tx, version.id)),
      weights: "No loss weights were written.",
      files: tallies.map((tally) => tally.file()),
    };
    await completeVersion(tx, version.id, manifest);
    await run.progress({ done });
    await run.commit(tx, { rows: counts.kept, problems: counts.problems, candidates: counts.candidates });
  });
  return undefined;
});
