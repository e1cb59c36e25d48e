/** Mechanical reformattings, with the least number of the 5000 answers that each must change to count as tried. */
export const REFORMATTINGS: readonly [name: string, least: number, format: (answer: string) => string][] = [
  ["dollar signs", 5000, (text) => `$${text}$`],
  ["inline brackets", 5000, (text) => `\\(${text}\\)`],
  ["display brackets", 5000, (text) => `\\[ ${text} \\]`],
  ["a box", 5000, (text) => `\\boxed{${text}}`],
  ["bold type", 5000, (text) => `**${text}**`],
  ["a final period", 5000, (text) => `${text}.`],
  ["blank lines around", 5000, (text) => `\n  ${text}\n\n`],
  ["a name in front", 4000, (text) => (/^[-\d.\\{}a-z+]+$/.test(text) ? `k = ${text}` : text)],
  [
    "fullwidth digits",
    4500,
    (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  ],
  ["\\dfrac", 700, (text) => text.replace(/\\[dt]?frac/g, "\\dfrac")],
  ["\\tfrac", 700, (text) => text.replace(/\\[dt]?frac/g, "\\tfrac")],
  ["fractions without braces", 250, (text) => text.replace(/\\frac\{(\d)\}\{(\d)\}/g, "\\frac$1$2")],
  ["slashes", 500, (text) => text.replace(/^(-?)\\[dt]?frac\{(\d+)\}\{(\d+)\}$/, "$1$2/$3")],
  ["roots without braces", 150, (text) => text.replace(/\\sqrt\{(\d)\}/g, "\\sqrt$1")],
  ["braces around scripts", 80, (text) => text.replace(/([\^_])([A-Za-z0-9])(?![0-9])/g, "$1{$2}")],
  [
    "\\left and \\right",
    150,
    (text) =>
      text.includes("\\left")
        ? text
        : text.replace(/(?<!\\)\(/g, "\\left(").replace(/(?<!\\)\)/g, "\\right)"),
  ],
  ["no \\left and \\right", 30, (text) => text.replace(/\\left(?![a-z])|\\right(?![a-z])/g, "")],
  ["spaces around signs", 500, (text) => text.replace(/(?<![\\A-Za-z{}])([-+=()])(?![!;, ])/g, " $1 ")],
  ["thin spaces", 40, (text) => text.replace(/(?<![\\a-z ])([+=])(?=[^ ])/g, "\\,$1\\;")],
  [
    "Unicode signs",
    700,
    (text) =>
      text
        .replaceAll("-", "−")
        .replace(/\\pi(?![a-z])/g, "π")
        .replaceAll("\\infty", "∞")
        .replaceAll("\\cup", "∪")
        .replace(/\^\\circ|\^\{\\circ\}/g, "°"),
  ],
  ["\\cdot", 150, (text) => text.replace(/(\d) ?(?=\\sqrt|\\pi)/g, "$1\\cdot ")],
  ["\\mbox", 100, (text) => text.replaceAll("\\text", "\\mbox")],
  ["bmatrix", 50, (text) => text.replaceAll("pmatrix", "bmatrix")],
  ["no thousands separators", 40, (text) => text.replace(/(\d)(?:,\s?\\!|\{,\})\s?(?=\d{3})/g, "$1")],
  ["plain thousands separators", 40, (text) => text.replace(/(\d)(?:,\s?\\!|\{,\})\s?(?=\d{3})/g, "$1,")],
  ["no percent sign", 10, (text) => text.replace("\\%", "")],
  ["no money sign", 20, (text) => text.replace("\\$", "")],
];
