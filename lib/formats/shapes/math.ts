import { buildDrafts, type Shape } from "../drafts.ts";
import { hasTexts, leftover } from "../fields.ts";
import { bad } from "../parsed.ts";
import { statedAnswer } from "../stated-answer.ts";

/**
 * MATH (Hendrycks et al. 2021): `problem`, `solution` with a boxed answer, `level` and `type`. `Level 3` becomes
 * difficulty 3; any other level stays as it is. `type` is the sub-domain. Where the solution has
 * no box, the problem has no reference answer.
 */
export const math: Shape = {
  name: "math",
  title: "MATH problems and solutions",
  recognises: (row) => hasTexts(row, "problem", "solution", "level", "type"),
  drafts(row, options) {
    if (!hasTexts(row, "problem", "solution"))
      return bad("solution", "This row needs texts `problem` and `solution`.");
    const { problem, solution, level } = row;
    const record = {
      problem,
      answer: statedAnswer(String(solution), ["boxed"]),
      solution,
      subdomain: row["type"],
      difficulty: typeof level === "string" ? level.replace(/^Level\s+(?=\d)/, "") : level,
      meta: leftover(row, ["problem", "solution", "level", "type"]),
    };
    return buildDrafts(
      {
        problems: [{ record, from: { subdomain: "type", difficulty: "level", answer: "solution" } }],
        references: [{ record: { problem, text: solution }, from: { text: "solution" } }],
      },
      options,
    );
  },
};
