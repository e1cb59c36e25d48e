const REPLACEMENTS = new Map<string, string>([
  ...pairs("×⋅·∙∗•", "*"),
  ...pairs("÷⁄∕", "/"),
  ...pairs("−–‐‑﹣➖", "-"),
  ...pairs("‘’′", "'"),
  ...pairs("“”", '"'),
  ...pairs("\u200b\u200c\u200d\u2060\u00ad\u200e\u200f", ""),
  ...pairs("\ue000\ue001\ue002", ""),
  ...pairs("€£¥₹", ""),
  ["¢", " cents"],
  ["、", ","],
  ["。", "."],
  ["…", "..."],
  ["π", "\\pi "],
  ["∞", "\\infty "],
  ["√", "\\sqrt "],
  ["≤", "\\le "],
  ["≥", "\\ge "],
  ["≠", "\\ne "],
  ["≈", "\\approx "],
  ["±", "\\pm "],
  ["∓", "\\mp "],
  ["≦", "\\le "],
  ["≧", "\\ge "],
  ["⩽", "\\le "],
  ["⩾", "\\ge "],
  ["∖", "\\setminus "],
  ["∧", "\\land "],
  ["∨", "\\lor "],
  ["ℝ", "\\mathbb{R}"],
  ["ℤ", "\\mathbb{Z}"],
  ["ℕ", "\\mathbb{N}"],
  ["ℚ", "\\mathbb{Q}"],
  ["ℂ", "\\mathbb{C}"],
  ["∪", "\\cup "],
  ["∩", "\\cap "],
  ["∈", "\\in "],
  ["∅", "\\emptyset "],
  ["∠", "\\angle "],
  ["°", "^\\circ "],
  ["⟨", "\\langle "],
  ["⟩", "\\rangle "],
  ["α", "\\alpha "],
  ["β", "\\beta "],
  ["γ", "\\gamma "],
  ["θ", "\\theta "],
  ["λ", "\\lambda "],
  ["μ", "\\mu "],
  ["φ", "\\phi "],
  ["ω", "\\omega "],
  ["½", "\\frac{1}{2}"],
  ["⅓", "\\frac{1}{3}"],
  ["⅔", "\\frac{2}{3}"],
  ["¼", "\\frac{1}{4}"],
  ["¾", "\\frac{3}{4}"],
]);

const CURRENCIES = new Map([
  ["€", "euros"],
  ["£", "pounds"],
  ["¥", "yen"],
  ["₹", "rupees"],
]);
/** A sign of currency before an amount that no word such as "million" follows. */
const CURRENCY = /([€£¥₹]) ?(\d{1,20}(?:[,.]\d{1,20}){0,10})(?![.,]?\d| ?\p{L})/gu;
const CURRENCY_AFTER = /(?<=\d) ?([€£¥₹])/gu;

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
const NOT_ASCII = /[^ -~\s]/;
const NOT_ASCII_ALL = new RegExp(NOT_ASCII, "g");

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (char) => [char, to]);
}

const digitsOf = (alphabet: string) => (run: string) =>
  Array.from(run, (char) => alphabet.indexOf(char)).join("");

function foldCharacter(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return REPLACEMENTS.get(char) ?? char;
}

/**
 * Writes the typographic signs of mathematics (Unicode minus, fullwidth digits, `×`, `√`, `π`, superscripts) as
 * ASCII and LaTeX commands. Characters it doesn't know stay as they are.
 */
export function foldCharacters(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return text
    .replace(CURRENCY_AFTER, (_, sign: string) => ` ${CURRENCIES.get(sign) ?? ""} `)
    .replace(CURRENCY, (_, sign: string, amount: string) => `${amount} ${CURRENCIES.get(sign) ?? ""} `)
    .replace(/[⁰¹²³⁴-⁹]+/g, (run) => `^${digitsOf(SUPERSCRIPTS)(run)}`)
    .replace(/[₀-₉]+/g, (run) => `_${digitsOf(SUBSCRIPTS)(run)}`)
    .replace(NOT_ASCII_ALL, foldCharacter);
}
