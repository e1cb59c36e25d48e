import { splitMath } from "#components/ui/math-delimiters.ts";

const BRACKETS: Record<string, [left: string, right: string]> = {
  "": [".", "."],
  p: ["(", ")"],
  b: ["[", "]"],
  B: ["\\{", "\\}"],
  v: ["|", "|"],
  V: ["\\|", "\\|"],
};

/** TeX whose innermost matrices are set small, so that two or three rows of one fit on a line of a table. */
export function compactTex(tex: string): string {
  return tex.replace(
    /\\begin\{([pbBvV]?)matrix\}((?:(?!\\begin\{)[\s\S])*?)\\end\{\1matrix\}/g,
    (_, kind: string, body: string) => {
      const [left, right] = BRACKETS[kind] ?? [".", "."];
      return `\\left${left}\\begin{smallmatrix}${body}\\end{smallmatrix}\\right${right}`;
    },
  );
}

/** A text whose formulas with matrices are set small and inline; all else stands as it was. */
export function compactMath(text: string): string {
  return splitMath(text)
    .map((piece) => {
      if (!("tex" in piece)) return piece.source;
      const compact = compactTex(piece.tex);
      return compact === piece.tex ? piece.source : `\\(${compact.replace(/\s*\n\s*/g, " ")}\\)`;
    })
    .join("");
}
