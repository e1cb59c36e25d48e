import { checkPath } from "#lib/answers/verdict.ts";
import type { Shape } from "#lib/formats/drafts.ts";
import type { PathRecord } from "#lib/formats/records.ts";
import type { SelectablePath } from "#lib/selection/select-paths.ts";
import type { References } from "./references.ts";

/** What a line holds for selecting: a path and the problem it belongs to, a problem's answer alone, or why it holds nothing. */
export type SelectRow = { problem: string; path: PathRecord } | { reference: true } | { fault: string };

/** Reads a row of a file: one path, or problems alone, whose answers are taken note of. */
export function selectRow(row: Record<string, unknown>, shape: Shape, references: References): SelectRow {
  const drafts = shape.drafts(row, { solutionAsPath: false });
  if (!drafts.ok) {
    const { field, message } = drafts.error;
    return { fault: field === null ? message : `${field}: ${message}` };
  }
  const { problems, paths } = drafts.value;
  for (const problem of problems) references.add(problem);
  const [path] = paths;
  if (!path) return { reference: true };
  if (paths.length > 1) {
    return {
      fault: `It holds ${paths.length} paths. Selecting goes by lines: write each path on a line of its own.`,
    };
  }
  const [own] = problems;
  return { problem: path.problem_id ?? path.problem ?? own?.id ?? own?.problem ?? "", path };
}

/** A path as selection sees it. Without a known reference answer it has no verdict. */
export function selectablePath(id: number, path: PathRecord, references: References): SelectablePath {
  const { segments, answer = null, flaw = null } = path;
  const reference = references.of(path);
  const verdict =
    reference === null ? null : checkPath({ reference, segments, statedAnswer: answer }).verdict;
  return { id, segments, verdict, flaw, execution: null, wrongSteps: null, critique: null, rewardRank: null };
}
