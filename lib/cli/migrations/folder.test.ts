import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrationName, migrationNames, migrationSql, readMigrations, writeMigration } from "./folder.ts";

const now = new Date("2026-03-04T05:06:07.890Z");
const newFolder = () => join(mkdtempSync(join(tmpdir(), "lemma-migrations-")), "migrations");

test("a migration is named by the second in UTC and by plain words", () => {
  expect(migrationName("Add  judgement's comments!", now)).toBe("20260304050607_add_judgement_s_comments");
});

test("a name without letters or digits is refused", () => {
  expect(() => migrationName("–", now)).toThrow(/needs letters or digits/);
});

test("what was written is read back, oldest first", () => {
  const folder = newFolder();
  writeMigration(folder, "20260304050608_b", "select 2;\n");
  writeMigration(folder, "20260304050607_a", "select 1;\n");
  expect(migrationNames(folder)).toEqual(["20260304050607_a", "20260304050608_b"]);
  expect(migrationSql(folder, "20260304050608_b")).toBe("select 2;\n");
  expect(readMigrations(folder).migrationDirectories.map(({ path }) => path)).toEqual(migrationNames(folder));
});

test("a folder that isn't there holds no migrations", () => {
  expect(migrationNames(newFolder())).toEqual([]);
});

test("a migration without its SQL is refused by name", () => {
  const folder = newFolder();
  mkdirSync(join(folder, "20260304050607_empty"), { recursive: true });
  expect(() => readMigrations(folder)).toThrow(/20260304050607_empty has no migration\.sql/);
});
