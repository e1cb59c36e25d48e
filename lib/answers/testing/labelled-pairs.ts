import { bases } from "./labelled/bases.ts";
import { choices } from "./labelled/choices.ts";
import { complex } from "./labelled/complex.ts";
import { constants } from "./labelled/constants.ts";
import { dates } from "./labelled/dates.ts";
import { decimals } from "./labelled/decimals.ts";
import { degrees } from "./labelled/degrees.ts";
import { equations } from "./labelled/equations.ts";
import { expressions } from "./labelled/expressions.ts";
import { fractions } from "./labelled/fractions.ts";
import { inequalities } from "./labelled/inequalities.ts";
import { infinity } from "./labelled/infinity.ts";
import { integers } from "./labelled/integers.ts";
import { intervals } from "./labelled/intervals.ts";
import { matrices } from "./labelled/matrices.ts";
import { mixedNumbers } from "./labelled/mixed-numbers.ts";
import { money } from "./labelled/money.ts";
import { percentages } from "./labelled/percentages.ts";
import { plusMinus } from "./labelled/plus-minus.ts";
import { pythonOutput } from "./labelled/python-output.ts";
import { radicals } from "./labelled/radicals.ts";
import { rounding } from "./labelled/rounding.ts";
import { scientific } from "./labelled/scientific.ts";
import { sets } from "./labelled/sets.ts";
import { strayMarkup } from "./labelled/stray-markup.ts";
import { times } from "./labelled/times.ts";
import { tuples } from "./labelled/tuples.ts";
import { unbalanced } from "./labelled/unbalanced.ts";
import { unions } from "./labelled/unions.ts";
import { units } from "./labelled/units.ts";
import { words } from "./labelled/words.ts";
import { yesNo } from "./labelled/yes-no.ts";
import type { Label, LabelledRow } from "./labelled-row.ts";

export type LabelledPair = { category: string; reference: string; prediction: string; label: Label };

const CATEGORIES: Readonly<Record<string, readonly LabelledRow[]>> = {
  integers,
  decimals,
  rounding,
  fractions,
  "mixed-numbers": mixedNumbers,
  percentages,
  money,
  units,
  scientific,
  radicals,
  constants,
  expressions,
  equations,
  inequalities,
  intervals,
  unions,
  tuples,
  sets,
  "plus-minus": plusMinus,
  matrices,
  degrees,
  bases,
  infinity,
  complex,
  "yes-no": yesNo,
  choices,
  words,
  dates,
  times,
  "stray-markup": strayMarkup,
  unbalanced,
  "python-output": pythonOutput,
};

/**
 * What graders should say of real spellings of answers. The house's own choices: a missing unit, percent sign or
 * name is no difference, a wrong one is; a rounded decimal is not the exact number, a double printed in full is;
 * order counts in brackets and not without them.
 */
export const LABELLED_PAIRS: readonly LabelledPair[] = Object.entries(CATEGORIES).flatMap(
  ([category, rows]) =>
    rows.map(([reference, prediction, label]) => ({ category, reference, prediction, label })),
);
