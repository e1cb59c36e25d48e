import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { SelectionRule } from "../contract.ts";

/** AppError where a rule names a scorer that has scored nothing here, or asks for what no path can be. */
export async function needRule(scope: ProjectScope, rule: SelectionRule): Promise<void> {
  const { critique, reward, minWords, maxWords } = rule.gates;
  if (critique) await needScorer(scope, critique.scorer, "critique");
  if (reward) await needScorer(scope, reward.scorer, "reward");
  await needVectors(scope, rule);
  if (maxWords !== null && maxWords < minWords) {
    const message = `No path has at least ${minWords} and at most ${maxWords} words.`;
    throw new AppError("invalid_input", message, { field: "rule.gates.maxWords" });
  }
}

async function needVectors(scope: ProjectScope, rule: SelectionRule): Promise<void> {
  if (rule.distance !== "embedding") return;
  const { embedding } = rule;
  if (embedding === null) {
    throw new AppError("invalid_input", "Say which model's embeddings distance is measured by.", {
      field: "rule.embedding",
    });
  }
  const [known] = await sql()`
    SELECT FROM path_embedding JOIN path ON path.id = path_id
    WHERE project_id = ${scope.projectId} AND path_embedding.model = ${embedding} LIMIT 1`;
  if (known) return;
  const message = `${embedding} has embedded no path of this project. Embed them first.`;
  throw new AppError("conflict", message, { field: "rule.embedding" });
}

async function needScorer(scope: ProjectScope, scorer: string, kind: "critique" | "reward"): Promise<void> {
  const [known] = await sql()`
    SELECT FROM score WHERE project_id = ${scope.projectId} AND scorer = ${scorer} AND kind = ${kind} LIMIT 1`;
  if (known) return;
  const message = `“${scorer}” has given no ${kind} in this project. Choose another scorer, or none.`;
  throw new AppError("invalid_input", message, { field: `rule.gates.${kind}` });
}
