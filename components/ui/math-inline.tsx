import { memo } from "react";
import { cx } from "./class-names.ts";
import { cutPoint } from "./math-cut.ts";
import { splitMath } from "./math-delimiters.ts";
import { Tex } from "./tex.tsx";

type MathInlineProps = {
  text: string;
  /** Characters; what is past them is cut off. */
  limit?: number | undefined;
  className?: string | undefined;
};

/** A text on one line, formulas drawn, everything else as it stands: for grid cells and titles. */
export const MathInline = memo(function MathInline({ text, limit = 300, className }: MathInlineProps) {
  const end = cutPoint(text, limit);
  const pieces = splitMath(text.slice(0, end));
  return (
    <span className={cx("[&_.katex]:text-[1em]", className)}>
      {pieces.map((piece, position) =>
        "tex" in piece ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other identity
          <Tex key={position} tex={piece.tex} />
        ) : (
          piece.source.replace(/\\\$/g, "$").replace(/\s+/g, " ")
        ),
      )}
      {end < text.length ? "…" : null}
    </span>
  );
});
