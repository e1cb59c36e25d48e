import { createHash } from "node:crypto";
import type { ExportFormat, Manifest } from "./contract.ts";
import { exportWriter, type FrozenRow } from "./export-lines.ts";

/** Measures the file that an export will be, row by row, as its reader gets it. */
export function fileTally(format: ExportFormat): {
  add(row: FrozenRow): void;
  file(): Manifest["files"][number];
} {
  const write = exportWriter(format, "text");
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  return {
    add(row) {
      for (const line of write(row)) {
        const text = `${line}\n`;
        hash.update(text);
        rows += 1;
        bytes += Buffer.byteLength(text);
      }
    },
    file: () => ({ format, rows, bytes, sha256: hash.copy().digest("hex") }),
  };
}
