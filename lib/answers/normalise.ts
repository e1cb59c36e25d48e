import type { Answer, Sequence } from "./answer.ts";
import type { Interval } from "./interval.ts";
import { spellLatex } from "./latex.ts";
import { COMPARISON_STEPS, newSteps } from "./steps.ts";
import { parseAnswer } from "./structure.ts";

const BRACKETS: Record<Sequence["style"], readonly [open: string, close: string]> = {
  bare: ["", ""],
  set: ["\\{", "\\}"],
  round: ["(", ")"],
  square: ["[", "]"],
  left: ["[", ")"],
  right: ["(", "]"],
  vector: ["(", ")"],
  ratio: ["", ""],
};

/** Longer answers are not read, only compared as they stand. */
export const MAX_ANSWER_LENGTH = 4000;

function renderInterval({ low, high }: Interval): string {
  if (low.at && low.at === high.at) return `\\{${low.at.text}\\}`;
  const left = `${low.closed ? "[" : "("}${low.at?.text ?? "-\\infty"}`;
  return `${left},${high.at?.text ?? "\\infty"}${high.closed ? "]" : ")"}`;
}

/** The canonical text of an answer that has been read. */
function render(answer: Answer): string {
  if (answer.kind === "leaf") return answer.text;
  if (answer.kind === "matrix") {
    const rows = answer.rows.map((row) => row.map(render).join("&"));
    return `\\begin{pmatrix}${rows.join("\\\\")}\\end{pmatrix}`;
  }
  if (answer.kind === "region") return answer.intervals.map(renderInterval).join("\\cup") || "\\emptyset";
  if (answer.kind === "union") return answer.items.map(render).join("\\cup");
  const [open, close] = BRACKETS[answer.style];
  return `${open}${answer.items.map(render).join(answer.style === "ratio" ? ":" : ",")}${close}`;
}

/**
 * The canonical text of an answer: one spelling of LaTeX, no dollar or degree signs, no units or names of what is
 * counted, no thousands separators, no `x =` in front, no final punctuation. The order of a list's elements and the
 * form of a number (0.5, 1/2, 50%) stay as they are. An answer of more than 4000 characters is only trimmed.
 */
export function normaliseAnswer(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > MAX_ANSWER_LENGTH) return trimmed;
  const steps = newSteps(COMPARISON_STEPS);
  const canonical = render(parseAnswer(spellLatex(trimmed, steps), steps));
  return steps.taken > steps.limit ? trimmed : canonical;
}
