import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * A SHA-256 (hex) over names and contents of files and, for folders, of all files in them.
 * @param keep told each file's path relative to `root`; false leaves the file out
 */
export function hashOfFiles(root: string, names: readonly string[], keep = (_path: string) => true): string {
  const hash = createHash("sha256");
  for (const path of names.flatMap((name) => filesIn(join(root, name))).sort()) {
    const name = relative(root, path);
    if (!keep(name)) continue;
    const content = readFileSync(path);
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
