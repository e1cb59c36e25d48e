const BEGIN = /^\\begin\{([pbB]?matrix|smallmatrix|array)\*?\} ?(?:\[[lcrtb]\])? ?/;
const END = /\\end\{(?:[pbB]?matrix|smallmatrix|array)\*?\}$/;
const LISTING = /^\\begin\{(cases|aligned|align|gathered|gather)\}(.*)\\end\{\1\}$/;

function cellsOf(body: string): string[][] {
  return body
    .split("\\\\")
    .filter((row) => row.trim() !== "")
    .map((row) => row.split("&").map((cell) => cell.trim()));
}

/** An array's first row without the letters that align its columns; spelling has taken their braces away. */
function withoutAlignment(body: string, width: number): string {
  const columns = /^ ?\{?((?:[|@ ]{0,4}[lcr]){1,40})[|@ ]{0,4}\}?/.exec(body);
  const letters = columns?.[1]?.match(/[lcr]/g)?.length ?? 0;
  if (!columns || letters < width) return body;
  const exact = new RegExp(`^ ?\\{?(?:[|@ ]{0,4}[lcr]){${width}}[|@ ]{0,4}\\}?`).exec(body);
  return body.slice(exact?.[0].length ?? 0);
}

/**
 * The cells of a matrix in any LaTeX environment but determinants, row by row, as spelled text (see `spellLatex`).
 * Null where the text isn't one matrix from end to end, or its rows differ in length.
 */
export function matrixCells(text: string): string[][] | null {
  const begin = BEGIN.exec(text);
  const end = END.exec(text);
  if (begin === null || end === null) return null;
  const body = text.slice(begin[0].length, end.index);
  if (body.includes("\\begin")) return null;
  const width = cellsOf(body)[0]?.length ?? 0;
  const rows = cellsOf(begin[1] === "array" ? withoutAlignment(body, width) : body);
  return width > 0 && rows.every((row) => row.length === width) ? rows : null;
}

/** A determinant of up to three rows written out as a sum of products; null where the text is none. */
export function expandedDeterminant(text: string): string | null {
  const body = /^\\begin\{vmatrix\}(.*)\\end\{vmatrix\}$/.exec(text)?.[1];
  const rows = body === undefined || body.includes("\\begin") ? [] : cellsOf(body);
  if (rows.length === 0 || rows.length > 3 || rows.some((row) => row.length !== rows.length)) return null;
  return expand(rows.map((row) => row.map((cell) => `(${cell})`)));
}

/** Laplace expansion along the first row. */
function expand(rows: readonly (readonly string[])[]): string {
  const [top = [], ...below] = rows;
  if (below.length === 0) return top.join("");
  return top
    .map((cell, column) => {
      const minor = below.map((row) => row.filter((_, at) => at !== column));
      return `${column % 2 === 1 ? "-" : "+"}${cell}*(${expand(minor)})`;
    })
    .join("")
    .slice(1);
}

/** The transpose's cells. */
export function transposed(rows: readonly (readonly string[])[]): string[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ""));
}

/**
 * The rows of a system of equations, `\begin{cases} x = 1 \\ y = 2 \end{cases}`, as spelled text. Null where the text
 * is none; definitions by cases, whose rows have a second column, are none.
 */
export function listedRows(text: string): string[] | null {
  const found = LISTING.exec(text);
  if (!found) return null;
  const [, environment = "", body = ""] = found;
  if (body.includes("\\begin")) return null;
  const aligned = environment.startsWith("align");
  const rows = cellsOf(body).map((cells) => (aligned ? cells.join("") : cells.join("&")));
  const isSystem = rows.length > 0 && rows.every((row) => row.includes("=") && !row.includes("&"));
  return isSystem ? rows.map((row) => row.replace(/[ ,;]+$/, "")) : null;
}
