const nested = (open: string, inside: string, close: string, depth: number): string =>
  open.repeat(depth) + inside + close.repeat(depth);

const series = (length: number, entry: (at: number) => string, between: string): string =>
  Array.from({ length }, (_, at) => entry(at)).join(between);

/** Answers made to keep a grader busy: [what it is, one answer, another that isn't spelt the same]. */
export const HOSTILE_PAIRS: readonly (readonly [what: string, reference: string, prediction: string])[] = [
  ["a tower of powers", "9^{9^{9^9}}", "9^{9^{9^{9}}}+1"],
  ["a tower of powers in Python", "9**9**9**9", "9**9**9**8"],
  ["a long tower of powers", "2^{".repeat(300) + "}".repeat(300), "2^{".repeat(299) + "}".repeat(299)],
  ["a tiny power of a power", "9^{-9^{9^9}}", "0"],
  ["a factorial of a factorial", "99999999!!", "99999999!"],
  ["a huge binomial", "\\binom{999999999}{499999999}", "\\binom{999999999}{499999998}"],
  ["a huge power of a sum", "(a+b+c+d)^{200}", "(d+c+b+a)^{200}+1"],
  [
    "a product of many sums",
    series(60, (at) => `(x_{${at}}+1)`, ""),
    series(60, (at) => `(1+x_{${at}})`, ""),
  ],
  ["powers of powers of a sum", "((((x+y)^9)^9)^9)^9", "(x+y)^{6561}+1"],
  ["4000 round brackets", nested("(", "1", ")", 4000), nested("(", "2", ")", 3999)],
  ["4000 open brackets", "(".repeat(4000), "[".repeat(4000)],
  ["4000 braces", nested("{", "1", "}", 4000), nested("{", "2", "}", 3999)],
  ["900 nested fractions", nested("\\frac{1}{1+", "x", "}", 900), nested("\\frac{1}{1+", "y", "}", 900)],
  ["900 nested roots", nested("\\sqrt{1+", "2", "}", 900), nested("\\sqrt{1+", "3", "}", 900)],
  ["900 nested sets", nested("\\{", "1", "\\}", 900), nested("\\{", "2", "\\}", 900)],
  ["2000 signs", `${"-".repeat(2000)}1`, `${"-".repeat(2001)}1`],
  ["10 000 digits", "7".repeat(10_000), `${"7".repeat(9_999)}8`],
  ["10 000 decimals", `0.${"3".repeat(10_000)}`, "\\frac{1}{3}"],
  ["a quotient of long numbers", `\\frac{${"7".repeat(3000)}}{${"3".repeat(3000)}}`, "\\frac{7}{3}+1"],
  ["an exponent of 9 digits", "1e999999999", "1e999999998"],
  ["1000 values in another order", series(1000, String, ","), series(1000, (at) => String(999 - at), ",")],
  [
    "100 expressions in another order",
    series(100, (at) => `x^2+${at}x+1`, ","),
    series(100, (at) => `1+x(x+${99 - at})`, ","),
  ],
  ["30 plus-minus signs", series(30, String, "\\pm "), series(30, (at) => String(at + 1), "\\pm ")],
  [
    "a matrix of 2500 entries",
    `\\begin{pmatrix}${series(50, () => series(50, () => "1", "&"), "\\\\")}\\end{pmatrix}`,
    `\\begin{bmatrix}${series(50, () => series(50, () => "2", "&"), "\\\\")}\\end{bmatrix}`,
  ],
  ["a union of 500 intervals", series(500, (at) => `(${at},${at + 1})`, "\\cup"), "(0,500)"],
  ["500 inequalities in a chain", series(500, String, "<"), series(500, String, "\\le ")],
  ["5000 spaces and commas", " ,".repeat(2500), ", ".repeat(2499)],
  ["5000 backslashes", "\\".repeat(5000), "\\".repeat(4999)],
  ["5000 dollar signs", "$".repeat(5000), "$".repeat(4999)],
  ["5000 letters", "a".repeat(5000), "b".repeat(5000)],
  ["5000 words", "one and ".repeat(625), "two and ".repeat(625)],
  ["nested trigonometry", nested("\\sin(", "x", ")", 300), nested("\\sin(", "y", ")", 300)],
  ["a sine of a huge number", "\\sin(10^{300})", "\\cos(10^{300})"],
  ["100 kB of text", "x+".repeat(50_000), "y+".repeat(50_000)],
];
