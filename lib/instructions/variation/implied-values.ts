/** Words that stand for a number, or for a step of a calculation with it. */
const WORDS: readonly [RegExp, readonly number[]][] = [
  [/\bhalf\b|\bhalves\b|\bhalved?\b|\bhalving\b/i, [2, 0.5]],
  [
    /\btwice\b|\bdoubl\w*|\bboth\b|\bcouples?\b|\bpairs?\b|\bround[- ]?trips?\b|\beach way\b|\btwins?\b|\bboth ways\b|\bback\b/i,
    [2],
  ],
  [/\btripl\w*|\bthrice\b|\btriplets?\b/i, [3]],
  [/\bthirds?\b/i, [3, 1 / 3, 2 / 3]],
  [/\bquarters?\b/i, [4, 0.25, 0.75, 25]],
  [/\bquadrupl\w*|\bfourths?\b/i, [4, 0.25, 0.75]],
  [/\bfifths?\b/i, [5, 0.2, 0.4, 0.6, 0.8]],
  [/\bsixths?\b/i, [6]],
  [/\bsevenths?\b/i, [7]],
  [/\beighths?\b/i, [8, 0.125]],
  [/\bninths?\b/i, [9]],
  [/\btenths?\b/i, [10, 0.1]],
  [/\bfirst\b|\bone\b|\bonce\b|\bsingle\b|\banother\b/i, [1]],
  [/\bsecond\b/i, [2]],
  [/\bdozens?\b/i, [12]],
  [/\bscores?\b/i, [20]],
  [/\bdecades?\b/i, [10]],
  [/\bcentur(?:y|ies)\b/i, [100]],
  [/\bhundreds?\b/i, [100]],
  [/\bthousands?\b/i, [1000]],
  [/\bmillions?\b/i, [1_000_000]],
  [/\bseconds?\b/i, [60, 3600]],
  [/\bminutes?\b|\bhours?\b|\bhourly\b/i, [60, 3600, 24]],
  [/\bdays?\b|\bdaily\b|\beveryday\b|\bnights?\b|\bevenings?\b|\bmornings?\b/i, [24, 7, 30, 31, 365]],
  [/\bweekdays?\b|\bschool\b|\bwork(?:ing)?[- ]?(?:days?|weeks?)\b/i, [5]],
  [/\bweeks?\b|\bweekly\b/i, [7, 52]],
  [/\bweekends?\b/i, [2]],
  [/\bmonths?\b|\bmonthly\b/i, [12, 30, 31, 4, 28, 29]],
  [/\byears?\b|\byearly\b|\bannual\w*|\bages?\b/i, [12, 365, 52, 360, 10]],
  [/\bfoot\b|\bfeet\b|\binch(?:es)?\b|\btall\b/i, [12]],
  [/\byards?\b|\bfoot\b|\bfeet\b/i, [3, 36]],
  [/\bmiles?\b/i, [5280, 1760]],
  [/\bounces?\b|\bpounds?\b|\bpints?\b|\bcups?\b|\bgallons?\b|\bquarts?\b/i, [16, 8, 4, 2, 128, 32]],
  [/\bkm\b|\bkilo\w*|\bkg\b|\bgrams?\b|\bmeters?\b|\bmetres?\b|\blit(?:er|re)s?\b|\bml\b/i, [1000, 100, 10]],
  [
    /\bcents?\b|\bpenn(?:y|ies)\b|\bdimes?\b|\bnickels?\b|\bcoins?\b/i,
    [100, 1, 5, 10, 25, 0.01, 0.05, 0.1, 0.25],
  ],
  [/\bsquares?\b|\brectang\w*|\bperimeter\b|\bcubes?\b/i, [4, 2, 6]],
  [/\btriang\w*/i, [3, 180, 2]],
  [/\bdeck\b/i, [52, 13, 4]],
];

/** Numbers that formulas bring with them, whatever the statement says. */
const ALWAYS: readonly number[] = [0, 1, 2, 100, 180, 360, 3.14, 0.5, 0.01];

/** Numbers that a statement means without writing them: by words, and by its units (60 where it speaks of hours). */
export function impliedValues(statement: string): Set<number> {
  const values = new Set<number>();
  for (const [word, numbers] of WORDS) {
    if (word.test(statement)) for (const number of numbers) values.add(number);
  }
  return values;
}

interface Known {
  value: number;
  percent: boolean;
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** What a program may write for a number of the statement: the number, its per cents, its thousands. */
function forms({ value, percent }: Known): number[] {
  const scaled = [value, value * 1000, value * 1_000_000, value * 100, value / 100];
  return percent ? [...scaled, 1 + value / 100, 1 - value / 100, 100 - value, 100 + value] : scaled;
}

/**
 * Where a literal of a program that isn't a number of the statement can come from: null where it is a known constant
 * or what the statement implies, else why it may have been worked out by hand from numbers that are to vary.
 */
export function unexplained(
  literal: number,
  numbers: readonly Known[],
  implied: ReadonlySet<number>,
): string | null {
  if (ALWAYS.some((value) => near(value, literal)) || [...implied].some((value) => near(value, literal)))
    return null;
  const values = numbers.map(({ value }) => value);
  if (numbers.some((number) => forms(number).some((value) => near(value, literal)))) return null;
  if (
    !Number.isInteger(literal) &&
    numbers.some(({ value }) => numbers.some((other) => near(value / other.value, literal)))
  )
    return null;
  for (const a of values) {
    for (const b of values) {
      for (const [sign, value] of [
        ["+", a + b],
        ["−", a - b],
        ["×", a * b],
        ["÷", a / b],
      ] as const) {
        if (near(value, literal)) return `${literal} may be ${a} ${sign} ${b}, worked out by hand`;
      }
    }
  }
  if (Number.isInteger(literal) && literal <= 12) return null;
  return `${literal} doesn't stand in the statement, so it may have been worked out from what does`;
}
