import type { Tone } from "#components/ui/tone.ts";
import type { Description } from "#lib/answers/description.ts";
import type { Quality } from "#lib/problems/contract.ts";
import { countWords } from "../count-words.ts";

/** Something that speaks for or against a problem as a seed. */
export interface Fact {
  readonly tone: Tone;
  readonly words: string;
}

const SOLUTION: Record<Quality["solution"], Fact> = {
  agrees: { tone: "good", words: "The worked solution comes to the reference answer." },
  disagrees: { tone: "bad", words: "The worked solution comes to another answer than the reference." },
  undecided: {
    tone: "warn",
    words: "Whether the worked solution comes to the reference answer can't be told.",
  },
  none: { tone: "neutral", words: "There is no worked solution." },
};

/** The facts of a problem's card, from top to bottom. `description`: what its answer is read as; null without one. */
export function qualityFacts(quality: Quality, paths: number, description: Description | null): Fact[] {
  return [SOLUTION[quality.solution], answerFact(description), pathsFact(quality, paths)];
}

function answerFact(description: Description | null): Fact {
  if (description === null || description.kind === "nothing") {
    return { tone: "warn", words: "There is no reference answer, so paths can't be checked." };
  }
  if (description.kind === "unread") {
    return {
      tone: "warn",
      words: "The answer isn't read as mathematics: paths must write it in the same way.",
    };
  }
  const warning = description.warning === null ? "" : ` ${description.warning}`;
  return {
    tone: description.warning === null ? "good" : "warn",
    words: `The answer reads as ${description.words}.${warning}`,
  };
}

function pathsFact({ correctPaths, reproducedPaths }: Quality, paths: number): Fact {
  if (paths === 0) return { tone: "neutral", words: "There are no paths yet." };
  const reproduced =
    reproducedPaths === 0 ? "" : `; ${reproducedPaths.toLocaleString("en")} ran and gave what they record`;
  const share = `${correctPaths.toLocaleString("en")} of ${countWords(paths, "path")} found correct${reproduced}.`;
  return { tone: correctPaths > 0 ? "good" : "warn", words: share };
}
