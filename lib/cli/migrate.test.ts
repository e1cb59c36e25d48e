import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { applyMigrations, createMigration, missingSql, pendingMigrations, type Schema } from "./migrate.ts";
import { migrationNames, writeMigration } from "./migrations/folder.ts";
import { type EmbeddedPostgres, openPostgres } from "./postgres.ts";
import { newHome } from "./testing/home.ts";

const models = (fields = "") => `
datasource db {
  provider = "postgresql"
}
model Word {
  id   Int    @id @default(autoincrement())
  text String @unique
  ${fields}
  @@map("word")
}`;
const handWritten = `-- A comment; with a semicolon.
create extension if not exists pg_trgm;
create function shout(word text) returns text language plpgsql as $$
begin
  return upper(word) || '!; ';
end
$$;
`;
const now = new Date("2026-03-04T05:06:07Z");

const home = newHome();
let server: EmbeddedPostgres;
let url = "";
let schema: Schema;
let made = 0;

beforeAll(async () => {
  server = await openPostgres(home, { durable: false });
});

afterAll(async () => {
  await server.release();
  rmSync(home, { recursive: true });
});

beforeEach(async () => {
  made += 1;
  const name = `schema_${made}`;
  await query(server.url, (sql) => sql`create database ${sql(name)}`);
  url = server.url.replace(/[^/]+$/, name);
  const folder = join(home, name);
  schema = { models: join(folder, "models"), migrations: join(folder, "migrations") };
  mkdirSync(schema.models, { recursive: true });
  writeFileSync(join(schema.models, "word.prisma"), models());
});

async function query<T>(to: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(to, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const tables = () =>
  query(url, (sql) => sql`select tablename from pg_tables where schemaname = 'public' order by tablename`);

test("a migration is written from the models, applied once, and then the two agree", async () => {
  const folder = await createMigration(url, "first words", now, schema);
  expect(folder).toMatch(/20260304050607_first_words$/);
  expect(readFileSync(join(folder ?? "", "migration.sql"), "utf8")).toContain('CREATE TABLE "word"');
  expect(await pendingMigrations(url, schema)).toEqual(["20260304050607_first_words"]);
  expect(await applyMigrations(url, schema)).toEqual(["20260304050607_first_words"]);
  expect(await applyMigrations(url, schema)).toEqual([]);
  expect(await pendingMigrations(url, schema)).toEqual([]);
  expect(await missingSql(url, schema)).toBe("");
  expect(await createMigration(url, "again", now, schema)).toBeUndefined();
});

test("a model that the migrations don't lead to is told as SQL", async () => {
  await createMigration(url, "first", now, schema);
  writeFileSync(join(schema.models, "word.prisma"), models("note String?"));
  expect(await missingSql(url, schema)).toContain('ADD COLUMN     "note" TEXT');
});

test("comparing works beside the database, which stays as it is, and leaves nothing on the server", async () => {
  writeMigration(schema.migrations, "20260101000000_hand", handWritten);
  await createMigration(url, "first", now, schema);
  expect(await tables()).toEqual([]);
  const shadows = await query(
    url,
    (sql) => sql`select datname from pg_database where datname like '%shadow%'`,
  );
  expect(shadows).toEqual([]);
});

test("hand-written functions and extensions are run as they stand, semicolons and all", async () => {
  writeMigration(schema.migrations, "20260101000000_hand", handWritten);
  await createMigration(url, "first", now, schema);
  await applyMigrations(url, schema);
  const [row] = await query(url, (sql) => sql`select shout('ab') as loud, similarity('abc', 'abc') as alike`);
  expect(row).toEqual({ loud: "AB!; ", alike: 1 });
  expect(await missingSql(url, schema)).toBe("");
});

test("of a migration that fails nothing remains, and mended it is applied by the next start", async () => {
  const name = "20260101000000_broken";
  writeMigration(schema.migrations, name, "create table half (id int); select nothing_there;");
  await expect(applyMigrations(url, schema)).rejects.toThrow(
    /^The migration 20260101000000_broken failed and left nothing behind: column "nothing_there" does not exist$/,
  );
  expect(await tables()).toEqual([{ tablename: "_prisma_migrations" }]);
  expect(await pendingMigrations(url, schema)).toEqual([name]);
  writeMigration(schema.migrations, name, "create table whole (id int);");
  expect(await applyMigrations(url, schema)).toEqual([name]);
  expect(await tables()).toEqual([{ tablename: "_prisma_migrations" }, { tablename: "whole" }]);
});

test("two starts at once apply each migration once", async () => {
  await createMigration(url, "first", now, schema);
  const both = await Promise.all([applyMigrations(url, schema), applyMigrations(url, schema)]);
  expect(both.flat()).toEqual(migrationNames(schema.migrations));
});

test("a database that isn't there is told in one sentence", async () => {
  writeMigration(schema.migrations, "20260101000000_hand", handWritten);
  const nowhere = server.url.replace(/[^/]+$/, "nowhere");
  await expect(applyMigrations(nowhere, schema)).rejects.toThrow(/has no database nowhere: create it/);
  await expect(missingSql(nowhere, schema)).rejects.toThrow(/has no database nowhere: create it/);
});
