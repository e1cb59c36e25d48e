import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { handle } from "#lib/jobs/job.ts";
import { selectJob } from "../jobs.ts";
import { selectPaths } from "../select-paths.ts";
import { selectionCountsOf } from "../store/counts.ts";
import { type Considered, countConsidered, nextSelectable } from "../store/selectable.ts";
import { finishSelection, hasSelection } from "../store/selections.ts";
import { lastSelected, writeSelected } from "../store/write-selected.ts";

/** Problems at a time: their paths are all that is held. */
const BATCH = 100;

/**
 * Goes through the problems by id; each batch is one statement, so a run that is killed goes on after the last one
 * that was written. Each problem's choice depends on its own paths alone.
 */
export const selectHandler = handle(selectJob, async (run) => {
  const { selectionId, rule, last } = run.parameters;
  if (!(await hasSelection(run.projectId, selectionId))) {
    throw new AppError("not_found", "This selection has been removed. Start another one.");
  }
  const task: Considered = { projectId: run.projectId, rule, last };
  const { problems: total } = await countConsidered(task);
  let after = await lastSelected(selectionId);
  let { problems: done, considered, kept } = await selectionCountsOf(selectionId);
  await run.progress({ done, total, counts: { considered, kept } });
  for (;;) {
    const batch = await nextSelectable(task, { after, size: BATCH });
    const end = batch.at(-1);
    if (!end) break;
    const selected = batch.map(({ problemId, paths }) => ({
      problemId,
      selected: selectPaths(paths, rule),
    }));
    await writeSelected(selectionId, selected);
    after = end.problemId;
    done += batch.length;
    for (const one of selected) {
      considered += one.selected.length;
      kept += one.selected.filter((path) => path.kept).length;
    }
    await run.progress({ done, total: Math.max(total, done), counts: { considered, kept } });
  }
  await sql().begin(async (tx) => {
    const counts = await selectionCountsOf(selectionId, tx);
    await finishSelection(tx, selectionId, counts);
    const { dropped, ...whole } = counts;
    await run.commit(tx, { ...whole, dropped });
  });
  return undefined;
});
