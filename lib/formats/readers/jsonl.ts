import { readLines } from "./lines.ts";
import { type ReadRow, rowFromJson } from "./read-row.ts";

/**
 * Reads JSON Lines: one object a line, UTF-8. A line that isn't a JSON object gives a fault with its number, and
 * reading goes on behind it; where the file ends in the middle of a line, the fault says so.
 */
export async function* readJsonl(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadRow, void, undefined> {
  for await (const found of readLines(chunks)) {
    yield "error" in found ? found : rowFromJson(found.line, found.text, !found.ended);
  }
}
