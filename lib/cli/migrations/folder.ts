import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { AppError } from "#lib/errors.ts";

const lockFile = "migration_lock.toml";
const lock = 'provider = "postgresql"\n';

/** The names of the migrations in a folder, oldest first. */
export function migrationNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations folder as the schema engine wants it. */
export function readMigrations(folder: string): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: lockFile, content: lock },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: migrationSql(folder, name) } },
    })),
  };
}

export function migrationSql(folder: string, name: string): string {
  const file = join(folder, name, "migration.sql");
  if (existsSync(file)) return readFileSync(file, "utf8");
  throw new AppError(
    "unavailable",
    `The migration ${name} has no migration.sql: add it, or remove its folder.`,
  );
}

/** Writes a new migration after all others and returns its folder. */
export function writeMigration(folder: string, name: string, sql: string): string {
  const made = join(folder, name);
  mkdirSync(made, { recursive: true });
  writeFileSync(join(made, "migration.sql"), sql);
  writeFileSync(join(folder, lockFile), lock);
  return made;
}

/** A migration's folder name: UTC time to the second, then the name in lower case with underscores. */
export function migrationName(name: string, now: Date): string {
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (words === "") throw new AppError("invalid_input", "A migration's name needs letters or digits.");
  return `${stamp}_${words}`;
}

/** The schema's files, `schema.prisma` and `models/*.prisma`, as [path, text]. */
export function readModels(folder: string): [path: string, text: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".prisma"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, "utf8")]);
}
