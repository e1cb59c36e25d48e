import { sql } from "#lib/db.ts";
import type { ProblemFields } from "#lib/problems/contract.ts";
import { mergeProblems } from "#lib/problems/store/merge.ts";
import { sha256, stageFile } from "./staged-import.ts";

/** Every field of a problem that people edit, with something in it. */
export const editedFields: ProblemFields = {
  text: "What is 1 + 1?",
  answer: "2",
  solution: "Count.",
  subdomain: "sums",
  difficulty: "1",
  tags: ["easy", "short"],
  source: "the board",
  split: "train",
};

/** Imports one problem as a file's only line, and gives its row's number. */
export async function importProblem(
  projectId: number,
  problem: string,
  part: Record<string, unknown> = {},
): Promise<number> {
  const runId = await stageFile(projectId, [{ problem: { problem, ...part } }]);
  await sql().begin((tx) => mergeProblems(tx, { projectId, runId }));
  const [row] = await sql()<[{ id: number }]>`
    SELECT id FROM problem WHERE project_id = ${projectId} AND text_hash = ${sha256(problem)}`;
  return row.id;
}
