import { z } from "zod";
import { looseJson } from "#lib/instructions/loose-json.ts";
import { withoutThoughts } from "#lib/instructions/thoughts.ts";

/** A grade as models write it: a number, "7", "7/10" or "7 out of 10". */
const grade = z
  .union([z.number(), z.string()])
  .transform((value) => Number(typeof value === "number" ? value : /^\s*(\d+(?:\.\d+)?)/.exec(value)?.[1]))
  .pipe(z.number().min(1).max(10));
const words = z.string().nullish().catch(null);
const truth = z
  .union([
    z.boolean(),
    z.enum(["true", "false", "yes", "no"]).transform((value) => value === "true" || value === "yes"),
  ])
  .nullish()
  .catch(null);

const pathReply = z.object({ score: grade, firstWrongStep: words, rationale: words });
const problemReply = z.object({
  score: grade,
  clear: truth,
  solvable: truth,
  answerRight: truth,
  rationale: words,
});
const comparisonReply = z.object({
  better: z
    .string()
    .transform((value) => value.trim().toLowerCase())
    .pipe(z.enum(["a", "b", "tie"])),
});

export interface PathCritique {
  score: number;
  /** In the path's own words. */
  firstWrong: string | null;
  rationale: string;
}

export interface ProblemCritique {
  score: number;
  clear: boolean | null;
  solvable: boolean | null;
  answerRight: boolean | null;
  rationale: string;
}

/** What a model says of a path; null where its reply can't be read, or its grade isn't one of 1 … 10. */
export function readPathCritique(reply: string): PathCritique | null {
  const read = pathReply.safeParse(objectIn(reply)).data;
  if (!read) return null;
  const quote = read.firstWrongStep?.trim() ?? "";
  const firstWrong = quote === "" || /^(?:null|none|n\/a)$/i.test(quote) ? null : quote;
  return { score: read.score, firstWrong, rationale: read.rationale ?? "" };
}

export function readProblemCritique(reply: string): ProblemCritique | null {
  const read = problemReply.safeParse(objectIn(reply)).data;
  if (!read) return null;
  const { score, clear, solvable, answerRight, rationale } = read;
  return {
    score,
    clear: clear ?? null,
    solvable: solvable ?? null,
    answerRight: answerRight ?? null,
    rationale: rationale ?? "",
  };
}

/** Which of two is better: 1 the left one, −1 the right one, 0 neither; null where the reply can't be read. */
export function readComparison(reply: string): 1 | 0 | -1 | null {
  const better = comparisonReply.safeParse(objectIn(reply)).data?.better;
  if (better === undefined) return null;
  return better === "a" ? 1 : better === "b" ? -1 : 0;
}

/** The last JSON object of a reply: what stands before it may be a draft. */
function objectIn(reply: string): unknown {
  const text = withoutThoughts(reply);
  let found: unknown;
  for (let at = text.indexOf("{"); at >= 0; ) {
    const value = looseJson(text, at);
    if (value !== null && typeof value.value === "object") found = value.value;
    at = text.indexOf("{", value === null ? at + 1 : Math.max(value.end, at + 1));
  }
  return found;
}

/** The segment of a path that holds a quote, spaces aside; null where none does. */
export function segmentWith(quote: string, segments: readonly { content: string }[]): number | null {
  const bare = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
  const at = segments.findIndex(({ content }) => bare(content).includes(bare(quote)));
  return at < 0 ? null : at;
}
