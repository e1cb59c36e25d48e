import { buildDrafts, type Shape } from "../drafts.ts";
import { hasTexts, leftover, plainOf, textOf } from "../fields.ts";
import { bad } from "../parsed.ts";

const READ = ["generated_solution", "expected_answer", "predicted_answer", "problem_source", "dataset"];

/**
 * OpenMathInstruct 1 and 2 (Toshniwal et al. 2024): `problem` or `question`, `generated_solution`,
 * `expected_answer`. `problem_source` or `dataset` is the source, `predicted_answer` the path's answer.
 */
export const openmathinstruct: Shape = {
  name: "openmathinstruct",
  title: "OpenMathInstruct solutions",
  recognises: (row) =>
    hasTexts(row, "generated_solution") &&
    (hasTexts(row, "problem") || hasTexts(row, "question")) &&
    "expected_answer" in row,
  drafts(row, options) {
    if (!hasTexts(row, "generated_solution")) {
      return bad("generated_solution", "This row needs a text `generated_solution`.");
    }
    const key = textOf(row["problem"]) === undefined ? "question" : "problem";
    const problem = row[key];
    const record = {
      problem,
      answer: plainOf(row["expected_answer"]),
      source: textOf(row["problem_source"]) ?? textOf(row["dataset"]),
    };
    const path = {
      problem,
      text: row["generated_solution"],
      answer: plainOf(row["predicted_answer"]),
      meta: leftover(row, [...READ, key]),
    };
    return buildDrafts(
      {
        problems: [{ record, from: { problem: key, answer: "expected_answer", source: "problem_source" } }],
        paths: [{ record: path, from: { text: "generated_solution", answer: "predicted_answer" } }],
      },
      options,
    );
  },
};
