import type { AgreementFigure } from "#lib/review/contract/agreement.ts";

export type FigureForm = "share" | "coefficient";

const percent = new Intl.NumberFormat("en", { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** A share as per cent, a coefficient to three decimals with a true minus sign. */
export function numberText(form: FigureForm, value: number): string {
  if (form === "share") return `${percent.format(100 * value)} %`;
  return value.toFixed(3).replace("-", "−");
}

export interface FigureWords {
  /** "undefined" where there is none. */
  value: string;
  /** The interval; null where none is known. */
  interval: string | null;
  /** Why there is no figure. */
  why: string | null;
}

/** A figure as it is shown: never NaN, and where there is none the reason. */
export function figureWords(figure: AgreementFigure, form: FigureForm): FigureWords {
  if (figure.kind === "undefined") return { value: "undefined", interval: null, why: figure.why };
  const { value, low, high } = figure;
  return {
    value: numberText(form, value),
    interval: low === null || high === null ? null : `${numberText(form, low)} to ${numberText(form, high)}`,
    why: null,
  };
}

/** How a coefficient of agreement is commonly read (Krippendorff 2004, chapter 11). */
export function alphaReading(figure: AgreementFigure): string | null {
  if (figure.kind === "undefined") return null;
  if (figure.value >= 0.8) return "reliable";
  return figure.value >= 0.667 ? "for tentative conclusions" : "not reliable";
}

/** Seconds as people say them. */
export function secondsText(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

export const WARNING_WORD = { fast: "Too fast", one_sided: "One side" } as const;

export const WARNING_MEANING = {
  fast: "The last answers came faster than they can be read.",
  one_sided: "The last answers were nearly all for one side.",
} as const;
