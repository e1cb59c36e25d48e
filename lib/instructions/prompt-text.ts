import type { PromptDefinitions } from "#lib/models/template.ts";
import type { PromptPurpose } from "./contract/growing.ts";

/** The prompts that come with Lemma, as version 0, and what may stand in them. */
export const INSTRUCT_PROMPTS: PromptDefinitions<PromptPurpose> = {
  instruct: {
    placeholders: [
      {
        name: "examples",
        required: true,
        meaning: "The problems that are shown, numbered, each on lines of its own",
      },
      { name: "count", required: true, meaning: "How many new problems are asked for" },
      {
        name: "subdomain",
        required: false,
        meaning: "The sub-domain that is asked for, or “any field of mathematics”",
      },
    ],
    builtIn: {
      system:
        "You write mathematics problems for a training set. Each is complete in itself, has one definite final answer, and needs no picture, table or link. Formulas are LaTeX between dollar signs.",
      user: `Here are problems from the set:

{{examples}}

Write {{count}} new problems in {{subdomain}}. They are of the same kind and level, but none may be one of these with other names or numbers, and no two of yours may be alike: change the situation, what is asked, and the way to the answer. Don't solve them.

Reply with JSON alone: {"problems": [{"problem": "…"}, …]}`,
    },
  },
  solve: {
    placeholders: [{ name: "problem", required: true, meaning: "The statement of the problem" }],
    builtIn: {
      system: "You solve mathematics problems carefully, step by step, and check each result.",
      user: `{{problem}}

Reason step by step. End with the final answer alone in \\boxed{}.`,
    },
  },
};

/** The shape of a reply to `instruct`, for endpoints that keep to one. */
export const PROBLEMS_SCHEMA = {
  name: "problems",
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["problems"],
    properties: {
      problems: {
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["problem"],
          properties: { problem: { type: "string" } },
        },
      },
    },
  },
} as const;

/** The values of an `instruct` prompt. */
export function instructValues(
  examples: readonly { text: string; subdomain: string | null }[],
  count: number,
  subdomain: string | null,
): Record<string, string> {
  const shown = examples.map(({ text, subdomain: field }, at) => {
    const heading = field === null ? `Problem ${at + 1}` : `Problem ${at + 1} (${field})`;
    return `${heading}:\n${text.trim()}`;
  });
  return {
    examples: shown.join("\n\n"),
    count: String(count),
    subdomain: subdomain ?? "any field of mathematics",
  };
}
