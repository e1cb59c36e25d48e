import { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { modelStrength, type ScorerFull } from "../../contract/scorers.ts";
import { trainedReport } from "../../contract/trained.ts";
import { findFullScorer } from "./list.ts";

const BINS = 18;
const strengths = z.object({ strengths: z.array(modelStrength) });

/** One scorer with what was measured of it. */
export async function getScorer(scope: ProjectScope, id: number): Promise<ScorerFull> {
  const row = await findFullScorer(scope, id);
  if (!row) throw notFound("scorer");
  const { report, ...scorer } = row;
  return {
    ...scorer,
    report: trainedReport.safeParse(report).data ?? null,
    strengths: strengths.safeParse(report).data?.strengths ?? null,
    values: await histogram(id, scorer.kind),
  };
}

/** Scores in bins of equal width: of a critique from 1 to 10, of a reward over all that there are. */
async function histogram(id: number, kind: "reward" | "critique"): Promise<ScorerFull["values"]> {
  const [range] = await sql()<[{ low: number | null; high: number | null }]>`
    SELECT min(value) AS low, max(value) AS high FROM score WHERE scorer_id = ${id}`;
  if (range.low === null || range.high === null) return [];
  const [low, high] = kind === "critique" ? [1, 10] : [range.low, range.high];
  const width = (high - low) / BINS || 1;
  const rows = await sql()<{ bin: number; count: number }[]>`
    SELECT least(${BINS - 1}, greatest(0, floor((value - ${low}::float) / ${width}::float)))::int AS bin,
      count(*)::int AS count
    FROM score WHERE scorer_id = ${id} GROUP BY bin`;
  const counts = new Map(rows.map(({ bin, count }) => [bin, count]));
  return Array.from({ length: BINS }, (_, bin) => ({
    from: low + bin * width,
    to: low + (bin + 1) * width,
    count: counts.get(bin) ?? 0,
  }));
}
