import { AppError } from "#lib/errors.ts";
import type { RunHandle } from "#lib/jobs/job.ts";
import { openCaller } from "#lib/models/caller.ts";
import { numbersOf } from "#lib/models/numbers.ts";
import type { SelectionRule } from "../contract.ts";
import type { SelectParameters } from "../jobs.ts";
import type { SelectablePath } from "../select-paths.ts";
import type { SelectableProblem } from "../store/selectable.ts";

type Embed = (problems: readonly SelectableProblem[]) => Promise<readonly SelectableProblem[]>;

/** Gives paths their embeddings where the rule measures by them; one call for each problem, named by its id. */
export async function withVectors(run: RunHandle<SelectParameters>, rule: SelectionRule): Promise<Embed> {
  if (rule.distance !== "embedding") return async (problems) => problems;
  if (rule.model === null) throw new AppError("invalid_input", "Choose the model that embeds.");
  const caller = await openCaller(run, rule.model);
  return (problems) =>
    Promise.all(
      problems.map(async ({ problemId, paths }) => {
        const inputs = paths.map((path) => ({ prompt: "", response: textOf(path) }));
        const outcome = await caller.call(`embed.${problemId}`, { messages: [], inputs });
        if (!outcome.ok) throw new AppError("unavailable", outcome.message);
        const vectors = numbersOf(outcome.reply.text, paths.length);
        if (vectors === null) {
          throw new AppError("unavailable", `${caller.endpoint.name} gave no embedding for each path.`);
        }
        return { problemId, paths: paths.map((path, at) => ({ ...path, vector: vectors[at] ?? [] })) };
      }),
    );
}

function textOf({ segments }: SelectablePath): string {
  return segments.flatMap(({ type, content }) => (type === "output" ? [] : [content])).join("\n");
}
