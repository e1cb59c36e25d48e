import { cx } from "#components/ui/class-names.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import { Tex } from "#components/ui/tex.tsx";
import { answerForm } from "./answer-form.ts";
import { compactMath, compactTex } from "./compact-math.ts";

interface AnswerTextProps {
  answer: string | null;
  /** With small matrices, for a line of a table. */
  compact?: boolean | undefined;
  className?: string | undefined;
}

/** A final answer on one line, drawn as maths where it is; a dash where there is none. */
export function AnswerText({ answer, compact = false, className }: AnswerTextProps) {
  if (answer === null) return <span className={cx("text-ink-faint", className)}>—</span>;
  switch (answerForm(answer)) {
    case "tex":
      return <Tex tex={compact ? compactTex(answer) : answer} className={className} />;
    case "text":
      return <MathInline text={compact ? compactMath(answer) : answer} className={className} />;
    case "plain":
      return <span className={className}>{answer}</span>;
  }
}
