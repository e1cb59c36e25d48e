import type { PromptDefinitions } from "#lib/models/template.ts";
import type { SamplePurpose } from "./contract/sampling.ts";

const placeholders = [{ name: "problem", required: true, meaning: "The statement of the problem" }];

/** The prompts that come with Lemma, as version 0: one for each kind of path. */
export const SAMPLE_PROMPTS: PromptDefinitions<SamplePurpose> = {
  "sample-cot": {
    placeholders,
    builtIn: {
      system: "You solve mathematics problems carefully, step by step, and check each result.",
      user: `{{problem}}

Reason step by step in words and formulas, without code. End with the final answer alone in \\boxed{}.`,
    },
  },
  "sample-pot": {
    placeholders,
    builtIn: {
      system: "You solve mathematics problems by writing short Python programs.",
      user: `{{problem}}

Write one Python program in a \`\`\`python block that computes the answer and prints it, and nothing else. Name the quantities in it after what they are. SymPy may be used. What the program prints last is taken as your answer.`,
    },
  },
  "sample-mixed": {
    placeholders,
    builtIn: {
      system:
        "You solve mathematics problems by reasoning in words and computing in Python. You never guess what a program prints: you wait for it.",
      user: `{{problem}}

Reason in words, and compute with Python in \`\`\`python blocks that print what you want to know. After each block stop: it is run, and you are given its output in an \`\`\`output block, from which you go on. Later blocks see the names of earlier ones. End with the final answer alone in \\boxed{}.`,
    },
  },
};

/** The values of a sampling prompt. */
export function sampleValues(problem: string): Record<string, string> {
  return { problem };
}
