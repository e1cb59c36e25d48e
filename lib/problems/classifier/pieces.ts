/** Longer texts are read up to here, so that no single one can take long. */
const READ_CHARACTERS = 4000;

/** Scripts without spaces between words: each letter is a piece. */
const SPACELESS = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"]
  .map((script) => `\\p{scx=${script}}`)
  .join("");
const LETTER = `[\\p{L}--[${SPACELESS}]]`;
const PIECES = new RegExp(
  `\\\\(?:[a-zA-Z]+|.)|[\\p{L}&&[${SPACELESS}]]|${LETTER}[${LETTER}\\p{M}]*|\\p{N}+|[[\\p{P}\\p{S}]--[\\{\\}\\$\\\\]]`,
  "gv",
);

/**
 * What a statement is made of, in order: words in lower case, LaTeX commands as they are written (`\frac`), letters of
 * scripts without spaces one by one, signs, and numbers by their length alone, since a sub-domain hardly shows in
 * which number it is: `7` reads as `0`, `12` as `00`, anything longer as `000`.
 */
export function piecesOf(text: string): string[] {
  const pieces = text.slice(0, READ_CHARACTERS).normalize("NFKC").match(PIECES) ?? [];
  return pieces.map((piece) => {
    if (piece.startsWith("\\")) return piece;
    if (/^\p{N}/u.test(piece)) return "0".repeat(Math.min(piece.length, 3));
    return piece.toLowerCase();
  });
}
