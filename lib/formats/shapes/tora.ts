import { buildDrafts, type RawRecord, type Shape } from "../drafts.ts";
import { hasTexts, leftover, plainOf, textOf } from "../fields.ts";
import { bad } from "../parsed.ts";

const READ = ["question", "gt", "gt_cot", "code", "pred", "report"];
const DEFAULT_MODEL = "tora-70b";

/**
 * ToRA's outputs (Gou et al. 2023): `question`, `gt`, `gt_cot`, and lists of equal length `code` (whole
 * trajectories), `pred` (their answers) and `report`. One path for each entry of `code`.
 */
export const tora: Shape = {
  name: "tora",
  title: "ToRA trajectories",
  recognises: (row) =>
    hasTexts(row, "question") && Array.isArray(row["code"]) && ("gt" in row || "pred" in row),
  drafts(row, options) {
    if (!hasTexts(row, "question")) return bad("question", "This row needs a text `question`.");
    const { question: problem, code, pred, report } = row;
    if (!Array.isArray(code) || code.length === 0)
      return bad("code", "`code` must be a list of trajectories.");
    const rest = leftover(row, READ);
    const paths = code.map((text: unknown, i): RawRecord => {
      const remark: unknown = Array.isArray(report) ? report[i] : undefined;
      const record = {
        problem,
        text,
        model: options.model ?? DEFAULT_MODEL,
        answer: Array.isArray(pred) ? plainOf(pred[i]) : undefined,
        meta: (remark ?? null) === null ? rest : { ...rest, report: remark },
      };
      return { record, from: { text: `code.${i}`, answer: `pred.${i}` } };
    });
    return buildDrafts(
      {
        problems: [
          {
            record: { problem, answer: plainOf(row["gt"]), solution: textOf(row["gt_cot"]) },
            from: { problem: "question", answer: "gt", solution: "gt_cot" },
          },
        ],
        paths,
      },
      options,
    );
  },
};
