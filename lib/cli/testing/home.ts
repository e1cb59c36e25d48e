import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty LEMMA_HOME of its own, open for PostgreSQL's user to pass through. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), "lemma-home-"));
  chmodSync(home, 0o755);
  return home;
}
