import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { type Gates, gates, type Thresholds, thresholds } from "../contract.ts";
import { hasProgram } from "./seed-programs.ts";

export interface GrowingDefaults {
  seeds: number;
  instructions: number;
  templates: number;
  lastSeed: number | null;
  thresholds: Thresholds;
  gates: Gates;
}

/** What a run can draw on: seeds, accepted instructions, and seeds that have a program. */
export async function growingDefaults(scope: ProjectScope): Promise<GrowingDefaults> {
  const [row] = await sql()<[Omit<GrowingDefaults, "thresholds" | "gates">]>`
    SELECT (count(*) FILTER (WHERE origin = 'seed'))::int AS seeds,
      (count(*) FILTER (WHERE origin = 'generated'))::int AS instructions,
      (count(*) FILTER (WHERE origin = 'seed' AND answer IS NOT NULL AND ${hasProgram(sql())}))::int AS templates,
      max(problem.id) FILTER (WHERE origin = 'seed') AS last_seed
    FROM problem WHERE project_id = ${scope.projectId} AND split = 'train'`;
  return { ...row, thresholds: thresholds.parse({}), gates: gates.parse({}) };
}
