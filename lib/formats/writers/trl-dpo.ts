import type { PairRow } from "../rows.ts";
import { joinSegments } from "../segments.ts";
import { trainingBar, type Written } from "./written.ts";

export interface TrlDpoOptions {
  /** `messages`: three message lists, to which the trainer applies the model's chat template. `text`: three texts. */
  style: "text" | "messages";
}

/**
 * A preference pair for TRL's DPOTrainer and RewardTrainer: `{"prompt","chosen","rejected"}` (TRL, "Dataset
 * formats and types", preference with explicit prompt). Chosen and rejected hold the assistant's turn alone.
 * In `text` style TRL puts nothing between prompt and answer, so both sides begin with a line break.
 */
export function writeTrlDpo(row: PairRow, options: TrlDpoOptions): Written {
  const bar = trainingBar(row.problem);
  if (bar !== null) return { dropped: bar };
  const prompt = row.problem.problem;
  const chosen = joinSegments(row.chosen.segments);
  const rejected = joinSegments(row.rejected.segments);
  if (chosen === rejected) return { dropped: "Chosen and rejected read the same." };
  const line =
    options.style === "text"
      ? { prompt, chosen: `\n${chosen}`, rejected: `\n${rejected}` }
      : {
          prompt: [{ role: "user", content: prompt }],
          chosen: [{ role: "assistant", content: chosen }],
          rejected: [{ role: "assistant", content: rejected }],
        };
  return { lines: [JSON.stringify(line)] };
}
