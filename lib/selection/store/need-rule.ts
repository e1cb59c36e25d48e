import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { SelectionRule } from "../contract.ts";

/** AppError where a rule names a scorer that has scored nothing here, or can't measure its distance. */
export async function needRule(scope: ProjectScope, rule: SelectionRule): Promise<void> {
  const { critique, reward, minWords, maxWords } = rule.gates;
  if (critique) await needScorer(scope, critique.scorer, "critique");
  if (reward) await needScorer(scope, reward.scorer, "reward");
  if (maxWords !== null && maxWords < minWords) {
    const message = `No path has at least ${minWords} and at most ${maxWords} words.`;
    throw new AppError("invalid_input", message, { field: "rule.gates.maxWords" });
  }
  if (rule.distance === "embedding") await needEmbedder(scope, rule.model);
}

async function needScorer(scope: ProjectScope, scorer: string, kind: "critique" | "reward"): Promise<void> {
  const [known] = await sql()`
    SELECT FROM score WHERE project_id = ${scope.projectId} AND scorer = ${scorer} AND kind = ${kind} LIMIT 1`;
  if (known) return;
  const message = `“${scorer}” has given no ${kind} in this project. Choose another scorer, or none.`;
  throw new AppError("invalid_input", message, { field: `rule.gates.${kind}` });
}

async function needEmbedder(scope: ProjectScope, model: number | null): Promise<void> {
  const [endpoint] = await sql()<{ protocol: string }[]>`
    SELECT protocol FROM model_endpoint
    WHERE id = ${model} AND project_id = ${scope.projectId} AND removed_at IS NULL`;
  if (endpoint?.protocol === "embeddings") return;
  const message =
    model === null
      ? "Choose the model that embeds the paths."
      : "This model gives no embeddings. A lead can add one that does on the page Models.";
  throw new AppError("invalid_input", message, { field: "rule.model" });
}
