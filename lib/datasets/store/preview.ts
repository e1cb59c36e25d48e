import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { clipText } from "../clip-json.ts";
import type { DatasetFilter, PreviewResult, PreviewRow } from "../contract.ts";
import { inReasonOrder } from "../dropped.ts";
import { candidateCounts, candidates } from "./candidates.ts";

const SHOWN_ROWS = 50;
/** A path can have a million characters; nobody looks at them in a preview. */
const TEXT_LIMIT = 20_000;

/** What a filter keeps and drops, with the first kept rows, of one moment: it is one statement. */
export async function previewDataset(scope: ProjectScope, filter: DatasetFilter): Promise<PreviewResult> {
  const [result] = await sql()<[PreviewResult]>`
    WITH candidate AS MATERIALIZED (${candidates(sql(), scope.projectId, filter)}),
    shown AS (
      SELECT * FROM candidate WHERE reason IS NULL ORDER BY problem_id, row_id LIMIT ${SHOWN_ROWS}
    )
    SELECT ${candidateCounts(sql())},
      (SELECT coalesce(jsonb_agg(jsonb_build_object('problemId', problem.id, 'problemText', problem.text,
          'chosen', ${side("chosen")}, 'rejected', CASE WHEN rejected.id IS NOT NULL THEN ${side("rejected")} END
        ) ORDER BY shown.problem_id, row_id), '[]')
        FROM shown
        JOIN problem ON problem.id = shown.problem_id
        JOIN path AS chosen ON chosen.id = chosen_id
        LEFT JOIN path AS rejected ON rejected.id = rejected_id) AS rows`;
  return { ...result, dropped: inReasonOrder(result.dropped), rows: result.rows.map(clipRow) };
}

function side(name: "chosen" | "rejected") {
  const path = sql()(name);
  return sql()`jsonb_build_object('pathId', ${path}.id, 'kind', ${path}.kind, 'model', ${path}.model,
    'verdict', ${path}.verdict, 'segments', ${path}.segments)`;
}

function clipRow(row: PreviewRow): PreviewRow {
  return {
    ...row,
    problemText: clipText(row.problemText, TEXT_LIMIT),
    chosen: clipPath(row.chosen),
    rejected: row.rejected && clipPath(row.rejected),
  };
}

function clipPath<T extends PreviewRow["chosen"]>(path: T): T {
  const segments = path.segments.map(({ type, content }) => ({
    type,
    content: clipText(content, TEXT_LIMIT),
  }));
  return { ...path, segments };
}
