import { cx } from "#components/ui/class-names.ts";
import type { AgreementFigure } from "#lib/review/contract/agreement.ts";
import { type FigureForm, figureWords } from "./figure-words.ts";

interface FigureProps {
  figure: AgreementFigure;
  form: FigureForm;
  /** On one line, for a table: the reason comes on hovering, and is there for screen readers. */
  inline?: boolean | undefined;
}

/** A measured figure with its 95 % interval, or why there is none. */
export function Figure({ figure, form, inline = false }: FigureProps) {
  const { value, interval, why } = figureWords(figure, form);
  const small = cx("text-ink-faint text-xs", inline ? "ml-1.5" : "block");
  if (why !== null) {
    return (
      <span className="text-ink-muted" title={inline ? why : undefined}>
        {value}
        <span className={inline ? "sr-only" : small}>{inline ? `: ${why}` : why}</span>
      </span>
    );
  }
  return (
    <span className="tabular-nums">
      {value}
      {interval === null ? null : <span className={small}>{interval}</span>}
    </span>
  );
}
