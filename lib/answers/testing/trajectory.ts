import type { AnswerSegment } from "../extract.ts";

/** A trajectory's fenced blocks as segments; a block that is never closed runs to the end. */
export function segmentsOf(trajectory: string): AnswerSegment[] {
  return trajectory.split("```").flatMap((content, at): AnswerSegment[] => {
    if (at % 2 === 0) return content.trim() === "" ? [] : [{ type: "text", content }];
    const [fence = "", ...lines] = content.split("\n");
    return [{ type: fence === "output" ? "output" : "code", content: lines.join("\n") }];
  });
}
