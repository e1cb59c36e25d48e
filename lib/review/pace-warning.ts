/** An answer as far as its pace and side tell something. */
export interface PacedAnswer {
  seconds: number;
  /** Of a pair with a better side. */
  side: "left" | "right" | null;
  /** About how many characters there were to read. */
  characters: number;
}

/** Silent reading of English: 238 words a minute on the mean (Brysbaert, 2019), six characters a word with its space. */
const CHARACTERS_A_SECOND = (238 * 6) / 60;
/** Whoever reads ten times as fast doesn't read. */
const SKIMMING = 10;
const LEAST_SECONDS = 1;
const FAST_ANSWERS = 10;
const SIDED_ANSWERS = 30;
/** Of 30 fair sides, 28 or more the same: chance does that in 9 of 10⁷ runs. */
const ONE_SIDED = 28;

/**
 * Whether a reviewer's newest answers look as if they weren't read. fast: of the last ten more than half took less than
 * a tenth of the time that reading takes (a second at least); one_sided: of the last thirty pairs with a better side
 * at least 28 are for the same side. `newest` has the newest answer first.
 */
export function paceWarning(newest: readonly PacedAnswer[]): "fast" | "one_sided" | null {
  const last = newest.slice(0, FAST_ANSWERS);
  if (last.length === FAST_ANSWERS && 2 * last.filter(isTooFast).length > FAST_ANSWERS) return "fast";
  const sides = newest.flatMap(({ side }) => (side === null ? [] : [side])).slice(0, SIDED_ANSWERS);
  if (sides.length < SIDED_ANSWERS) return null;
  const left = sides.filter((side) => side === "left").length;
  return Math.max(left, sides.length - left) >= ONE_SIDED ? "one_sided" : null;
}

function isTooFast({ seconds, characters }: PacedAnswer): boolean {
  return seconds < Math.max(LEAST_SECONDS, characters / CHARACTERS_A_SECOND / SKIMMING);
}
