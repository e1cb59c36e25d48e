import type { PathRow } from "../rows.ts";
import { joinSegments } from "../segments.ts";
import { trainingBar, type Written } from "./written.ts";

export interface TrlSftOptions {
  /** `messages`: one conversation of two turns. `text`: `prompt` and `completion` as texts. */
  style: "text" | "messages";
}

/**
 * A reasoning path for TRL's SFTTrainer: `{"messages":[…]}` or `{"prompt","completion"}` (TRL, "Dataset formats
 * and types"). In `text` style TRL puts nothing between the two, so the completion begins with a line break.
 */
export function writeTrlSft(row: PathRow, options: TrlSftOptions): Written {
  const bar = trainingBar(row.problem);
  if (bar !== null) return { dropped: bar };
  const prompt = row.problem.problem;
  const completion = joinSegments(row.path.segments);
  const line =
    options.style === "text"
      ? { prompt, completion: `\n${completion}` }
      : {
          messages: [
            { role: "user", content: prompt },
            { role: "assistant", content: completion },
          ],
        };
  return { lines: [JSON.stringify(line)] };
}
