import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { Measure } from "#lib/similarity/measure.ts";
import { HISTOGRAM_BINS, type Histogram } from "../contract.ts";
import { measured } from "./matching.ts";

/** The column of `candidate` with a measure's score. */
export const SCORE_COLUMN: Record<Measure, string> = {
  "rouge-l": "rouge_l",
  lcs: "lcs",
  "jaccard-words": "jaccard_words",
  "jaccard-chars": "jaccard_chars",
};

/** Lower bounds of the bins. Compared as they are, where a multiplied score would fall short of some of them. */
const EDGES = Array.from({ length: HISTOGRAM_BINS }, (_, bin) => bin / HISTOGRAM_BINS);

/** How near the nearest of those candidates are that the measures decide, of one run or of all. */
export async function histogramOf(
  scope: ProjectScope,
  { measure, run }: { measure: Measure; run?: number | undefined },
): Promise<Histogram> {
  const score = sql()(SCORE_COLUMN[measure]);
  const rows = await sql()<{ bin: number; accepted: number; dropped: number }[]>`
    SELECT width_bucket(${score}, ${EDGES}::float8[]) - 1 AS bin,
      (count(*) FILTER (WHERE state = 'accepted'))::int AS accepted,
      (count(*) FILTER (WHERE state = 'dropped'))::int AS dropped
    FROM candidate
    WHERE ${measured(scope)} AND ${score} IS NOT NULL ${run === undefined ? sql()`` : sql()`AND run_id = ${run}`}
    GROUP BY 1`;
  const bins = EDGES.map((_, bin) => {
    const found = rows.find((row) => row.bin === bin);
    return { accepted: found?.accepted ?? 0, dropped: found?.dropped ?? 0 };
  });
  return { measure, bins, total: rows.reduce((sum, { accepted, dropped }) => sum + accepted + dropped, 0) };
}
