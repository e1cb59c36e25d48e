import { cx } from "#components/ui/class-names.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import { Tex } from "#components/ui/tex.tsx";
import { answerForm } from "./answer-form.ts";

/** A final answer on one line, drawn as maths where it is; a dash where there is none. */
export function AnswerText({ answer, className }: { answer: string | null; className?: string | undefined }) {
  if (answer === null) return <span className={cx("text-ink-faint", className)}>—</span>;
  switch (answerForm(answer)) {
    case "tex":
      return <Tex tex={answer} className={className} />;
    case "text":
      return <MathInline text={answer} className={className} />;
    case "plain":
      return <span className={className}>{answer}</span>;
  }
}
