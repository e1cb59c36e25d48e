import type { ProjectScope } from "#lib/auth/scope.ts";
import { type Sql, sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { segmentText } from "#lib/formats/segments.ts";
import type { Template } from "../contract/variation.ts";
import { bareCode } from "../variation/bare-code.ts";
import type { Seed } from "../variation/try-variant.ts";

export interface SeedProgram extends Seed {
  id: number;
  key: string;
  version: number;
  subdomainId: number | null;
  /** What a person has set; null where nobody has. */
  saved: Template | null;
  savedVersion: number;
}

interface Row extends Omit<SeedProgram, "program"> {
  solution: string | null;
  segments: { type: string; content: string }[] | null;
}

/** True of a problem that has a worked solution in Python, or a correct path with code. */
export function hasProgram(db: Sql) {
  return db`(problem.solution ~ '\`\`\`(python|py)' OR EXISTS (
    SELECT FROM path WHERE path.problem_id = problem.id AND kind = 'pot' AND verdict = 'correct'))`;
}

/** Seeds of the train split that may vary, by id and up to `last`: all that have a program, or those that are named. */
export async function varyingSeeds(
  projectId: number,
  wanted: readonly number[] | null,
  last: number,
): Promise<number[]> {
  const rows = await sql()<{ id: number }[]>`
    SELECT id FROM problem
    WHERE project_id = ${projectId} AND origin = 'seed' AND split = 'train' AND id <= ${last}
      AND ${wanted === null ? sql()`answer IS NOT NULL AND ${hasProgram(sql())}` : sql()`id = ANY(${[...wanted]}::int[])`}
    ORDER BY id`;
  return rows.map(({ id }) => id);
}

/** A problem with its program: of its worked solution, else of its best correct path (a person's first). */
export async function seedProgram(scope: Pick<ProjectScope, "projectId">, id: number): Promise<SeedProgram> {
  const [row] = await sql()<Row[]>`
    SELECT problem.id, problem.key, problem.text, problem.answer, problem.solution, problem.version, subdomain_id,
      template AS saved, coalesce(saved.version, 0) AS saved_version,
      (SELECT segments FROM path
        WHERE path.problem_id = problem.id AND kind = 'pot' AND verdict = 'correct'
        ORDER BY model IS NOT NULL, execution_outcome IS DISTINCT FROM 'reproduced', id LIMIT 1) AS segments
    FROM problem LEFT JOIN variation_template AS saved ON saved.problem_id = problem.id
    WHERE problem.id = ${id} AND problem.project_id = ${scope.projectId}`;
  if (!row) throw notFound("problem");
  const { solution, segments, ...seed } = row;
  return { ...seed, program: codeOf(segmentText(solution ?? "")) ?? codeOf(segments ?? []) };
}

function codeOf(segments: readonly { type: string; content: string }[]): string | null {
  const code = segments.filter(({ type }) => type === "code").map(({ content }) => content);
  return code.length === 0 ? null : bareCode(code.join("\n"));
}
