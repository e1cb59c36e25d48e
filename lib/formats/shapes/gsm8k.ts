import { buildDrafts, type Shape } from "../drafts.ts";
import { hasTexts, leftover } from "../fields.ts";
import { bad } from "../parsed.ts";

const MARK = "####";

/**
 * GSM8K (Cobbe et al. 2021): `question`, and `answer` as worked steps with `<<a+b=c>>` marks and a last line
 * `#### N`. The whole of `answer` is the solution, marks included; what stands behind the last `####` is the
 * reference answer.
 */
export const gsm8k: Shape = {
  name: "gsm8k",
  title: "GSM8K questions and answers",
  recognises: (row) => hasTexts(row, "question", "answer") && String(row["answer"]).includes(MARK),
  drafts(row, options) {
    if (!hasTexts(row, "question", "answer"))
      return bad("question", "This row needs texts `question` and `answer`.");
    const solution = String(row["answer"]);
    const mark = solution.lastIndexOf(MARK);
    const answer = mark === -1 ? "" : solution.slice(mark + MARK.length).trim();
    if (answer === "") return bad("answer", "The answer has no last line `#### N`: add it.");
    const problem = row["question"];
    const meta = leftover(row, ["question", "answer"]);
    return buildDrafts(
      {
        problems: [
          { record: { problem, answer, solution, meta }, from: { problem: "question", solution: "answer" } },
        ],
        references: [{ record: { problem, text: solution }, from: { text: "answer" } }],
      },
      options,
    );
  },
};
