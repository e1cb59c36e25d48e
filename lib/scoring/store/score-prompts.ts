import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { joinSegments } from "#lib/formats/segments.ts";
import type { PromptText } from "#lib/models/request.ts";
import { filledPrompt } from "#lib/models/store/prompt-sets.ts";
import type { Segment } from "#lib/paths/contract.ts";
import type { ScorePurpose } from "../contract.ts";
import { fenced, referenceLine } from "../score-prompts.ts";

/** A prompt of scoring with the project's first path in it. */
export async function previewScorePrompt(
  scope: ProjectScope,
  { purpose, system, user }: PromptText & { purpose: ScorePurpose },
): Promise<PromptText> {
  const [row] = await sql()<{ text: string; answer: string | null; segments: Segment[] }[]>`
    SELECT problem.text, problem.answer, path.segments FROM path JOIN problem ON problem.id = path.problem_id
    WHERE path.project_id = ${scope.projectId} ORDER BY path.id LIMIT 1`;
  const problem = fenced(row?.text ?? "What is 2 + 2?");
  const path = fenced(row ? joinSegments(row.segments) : "2 + 2 = 4.");
  const reference = referenceLine(row?.answer ?? "4", true);
  const values: Record<ScorePurpose, Record<string, string>> = {
    "critique-path": { problem, path, reference },
    "critique-problem": { problem, reference },
    "compare-paths": { problem, left: path, right: "…" },
  };
  return filledPrompt({ system, user }, values[purpose]);
}
