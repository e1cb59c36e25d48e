import { buildDrafts, type Shape } from "../drafts.ts";
import { hasTexts, leftover, textOf } from "../fields.ts";
import { bad } from "../parsed.ts";
import { statedAnswer } from "../stated-answer.ts";

const READ = ["query", "response", "type", "original_question"];

/**
 * MetaMathQA (Yu et al. 2023): `query`, `response`, `type`, `original_question`. The data set has no answer
 * field: what its responses end in is its label, so it is taken as the reference answer, and the problem's
 * `meta.answer_from` says so. A query that differs from its original question counts as generated.
 */
export const metamath: Shape = {
  name: "metamath",
  title: "MetaMath queries and responses",
  recognises: (row) => hasTexts(row, "query", "response"),
  drafts(row, options) {
    if (!hasTexts(row, "query", "response"))
      return bad("query", "This row needs texts `query` and `response`.");
    const { query: problem, response: text, type } = row;
    const original = textOf(row["original_question"]);
    const answer = statedAnswer(String(text));
    const meta = {
      type,
      original_question: original,
      answer_from: answer === undefined ? undefined : "response",
    };
    return buildDrafts(
      {
        problems: [
          {
            record: {
              problem,
              answer,
              origin: original === undefined || original === problem ? undefined : "generated",
              meta: leftover(meta, []),
            },
            from: { problem: "query", answer: "response" },
          },
        ],
        paths: [{ record: { problem, text, meta: leftover(row, READ) }, from: { text: "response" } }],
      },
      options,
    );
  },
};
