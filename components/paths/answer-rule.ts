import type { ExtractionRule } from "#lib/answers/extract.ts";

const TEXT: Record<ExtractionRule | "stated", string> = {
  stated: "named in the record",
  boxed: "from \\boxed{…}",
  hashes: "from the line after ####",
  phrase: "from “the answer is …”",
  "a-line": "from a line “A: …”",
  bold: "from the bold text at the end",
  display: "from the last displayed formula",
  output: "from the last output",
  number: "the last number in the text",
};

/** Where in a path its final answer was found, in words; null where there is none. */
export function answerRuleText(rule: string | null): string | null {
  if (rule === null) return null;
  return Object.entries(TEXT).find(([name]) => name === rule)?.[1] ?? rule;
}
