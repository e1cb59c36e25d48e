import { buildDrafts, type RawRecord, type Shape } from "../drafts.ts";
import { hasTexts, leftover, type Row, textOf } from "../fields.ts";
import { isObject } from "../json-value.ts";
import { bad } from "../parsed.ts";
import { statedAnswer } from "../stated-answer.ts";

function modelAnswers(row: Row): [string, Row][] {
  const answers: [string, Row][] = [];
  for (const [model, value] of Object.entries(row)) {
    if (isObject(value) && typeof value["solution"] === "string" && "is_correct" in value)
      answers.push([model, value]);
  }
  return answers;
}

/**
 * OpenAI's `example_model_solutions`: `question`, `ground_truth` (worked steps, last line `A: N`), and under each
 * model's name `{solution, is_correct}`. One path for each model; `is_correct` is kept in its `meta`.
 */
export const openaiModelSolutions: Shape = {
  name: "openai-model-solutions",
  title: "Several models' solutions a row",
  recognises: (row) => hasTexts(row, "question") && modelAnswers(row).length > 0,
  drafts(row, options) {
    if (!hasTexts(row, "question")) return bad("question", "This row needs a text `question`.");
    const { question: problem } = row;
    const answers = modelAnswers(row);
    if (answers.length === 0) return bad(null, "No key of this row holds a model's {solution, is_correct}.");
    const solution = textOf(row["ground_truth"]);
    const read = ["question", "ground_truth", ...answers.map(([model]) => model)];
    const paths = answers.map(([model, value]): RawRecord => {
      const { solution: text, ...meta } = value;
      return { record: { problem, text, model, meta }, from: { text: `${model}.solution`, model } };
    });
    return buildDrafts(
      {
        problems: [
          {
            record: {
              problem,
              answer: solution === undefined ? undefined : statedAnswer(solution),
              solution,
              meta: leftover(row, read),
            },
            from: { problem: "question", answer: "ground_truth", solution: "ground_truth" },
          },
        ],
        paths,
      },
      options,
    );
  },
};
