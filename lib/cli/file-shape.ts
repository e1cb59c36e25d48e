import { AppError } from "#lib/errors.ts";
import type { Shape } from "#lib/formats/drafts.ts";
import type { ReadRow } from "#lib/formats/readers/read-row.ts";
import { recogniseShape, SHAPES, shapeByName } from "#lib/formats/recognise.ts";
import { fileRows } from "./file-rows.ts";

/** As many rows as an import looks at. */
const SAMPLE_ROWS = 50;

/** Tells the shape of a file from its first rows, as import does. Throws an AppError where they have none. */
export async function fileShape(path: string): Promise<Shape> {
  const first: ReadRow[] = [];
  for await (const row of await fileRows(path)) {
    first.push(row);
    if (first.length === SAMPLE_ROWS) break;
  }
  const rows = first.flatMap((found) => ("row" in found ? [found.row] : []));
  const recognised = rows.length === 0 ? null : recogniseShape(rows);
  if (recognised) return shapeByName(recognised.shape);
  const [start] = first;
  throw new AppError(
    "invalid_input",
    rows.length === 0 && start && "error" in start
      ? `${path}: no row can be read. Line ${start.line}: ${start.error.message}`
      : `${path}: its first rows have none of the shapes that Lemma knows: ${SHAPES.map(({ title }) => title).join("; ")}.`,
  );
}
