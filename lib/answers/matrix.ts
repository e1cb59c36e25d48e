const BEGIN = /^\\begin\{(?:[pbB]?matrix|smallmatrix|array)\} ?(?:\{[lcr| ]{0,40}\})?/;
const END = /\\end\{(?:[pbB]?matrix|smallmatrix|array)\}$/;

/**
 * The cells of a matrix in any LaTeX environment but determinants, row by row, as spelled text (see `spellLatex`).
 * Null where the text isn't one matrix from end to end, or its rows differ in length.
 */
export function matrixCells(text: string): string[][] | null {
  const begin = BEGIN.exec(text)?.[0];
  const end = END.exec(text);
  if (begin === undefined || end === null) return null;
  const body = text.slice(begin.length, end.index).replace(/^ ?(?:[lcr]{1,20} )?/, "");
  if (body.includes("\\begin")) return null;
  const rows = body
    .split("\\\\")
    .filter((row) => row.trim() !== "")
    .map((row) => row.split("&").map((cell) => cell.trim()));
  const width = rows[0]?.length ?? 0;
  return width > 0 && rows.every((row) => row.length === width) ? rows : null;
}
