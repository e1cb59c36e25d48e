import { buildDrafts, type Shape } from "../drafts.ts";
import { hasTexts, leftover, textOf } from "../fields.ts";
import { bad } from "../parsed.ts";

const READ = ["instruction", "input", "output", "source"];

/**
 * Alpaca's and MathInstruct's rows: `instruction`, `output`, and perhaps `input` and `source`. The problem is the
 * instruction, with the input after a blank line. The output is a path; it is nobody's reference answer.
 */
export const instruct: Shape = {
  name: "instruct",
  title: "Instructions and outputs (Alpaca, MathInstruct)",
  recognises: (row) => hasTexts(row, "instruction", "output"),
  drafts(row, options) {
    if (!hasTexts(row, "instruction", "output")) {
      return bad("instruction", "This row needs texts `instruction` and `output`.");
    }
    const { instruction, output: text, source } = row;
    const input = textOf(row["input"]);
    const problem = input === undefined ? instruction : `${String(instruction)}\n\n${input}`;
    return buildDrafts(
      {
        problems: [{ record: { problem, source }, from: { problem: "instruction" } }],
        paths: [{ record: { problem, text, meta: leftover(row, READ) }, from: { text: "output" } }],
      },
      options,
    );
  },
};
