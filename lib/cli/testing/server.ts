import { createHash } from "node:crypto";
import { join } from "node:path";
import postgres from "postgres";
import { env } from "#lib/env.ts";
import { checkout } from "../checkout.ts";
import { applyMigrations, ownSchema, type Schema } from "../migrate.ts";
import { migrationNames, migrationSql } from "../migrations/folder.ts";
import { openPostgres } from "../postgres.ts";
import { isAlive } from "../processes.ts";

/** Where the tests' own PostgreSQL lives, when no DATABASE_URL names a server. */
export const testHome = join(checkout, ".lemma", "test");

// Any fixed number: one process at a time builds the template.
const building = 5_036_218_449;

export interface TestServer {
  /** The connection string of a database on the server. */
  url(database: string): string;
  /** Creates an empty copy of the migrated database; `close` drops it. */
  copy(): Promise<{ readonly url: string; close(): Promise<void> }>;
}

/**
 * The server for tests, started where it doesn't run, with a template that all migrations were applied to once.
 * It goes on running: the run's last step stops it (`database.setup.ts`).
 */
export async function testServer(schema: Schema = ownSchema): Promise<TestServer> {
  const { databaseUrl } = env();
  const base = databaseUrl ?? (await openPostgres(testHome, { durable: false })).url;
  const url = (database: string) => {
    const named = new URL(base);
    named.pathname = `/${database}`;
    return named.href;
  };
  const template = `lemma_template_${hashOf(schema)}`;
  await withSql(base, async (sql) => {
    await buildTemplate(sql, template, url, schema);
    await dropLeftovers(sql);
    if (databaseUrl === undefined) await dropOldTemplates(sql, template);
  });
  let copies = 0;
  return {
    url,
    async copy() {
      copies += 1;
      const name = `lemma_test_${process.pid}_${copies}_${Date.now().toString(36)}`;
      await withSql(base, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
      return {
        url: url(name),
        close: () =>
          withSql(base, async (sql) => void (await sql`drop database if exists ${sql(name)} with (force)`)),
      };
    },
  };
}

async function buildTemplate(
  sql: postgres.Sql,
  template: string,
  url: (database: string) => string,
  schema: Schema,
): Promise<void> {
  if (await exists(sql, template)) return;
  await sql`select pg_advisory_lock(${building})`;
  try {
    if (await exists(sql, template)) return;
    const draft = `${template}_draft`;
    await sql`drop database if exists ${sql(draft)} with (force)`;
    await sql`create database ${sql(draft)}`;
    await applyMigrations(url(draft), schema);
    await sql`alter database ${sql(draft)} rename to ${sql(template)}`;
  } finally {
    await sql`select pg_advisory_unlock(${building})`;
  }
}

async function exists(sql: postgres.Sql, database: string): Promise<boolean> {
  return (await sql`select 1 from pg_database where datname = ${database}`).length > 0;
}

/** Databases of test processes that were killed before they could drop them. */
async function dropLeftovers(sql: postgres.Sql): Promise<void> {
  const rows = await sql<{ datname: string }[]>`
    select datname from pg_database where starts_with(datname, ${"lemma_test_"})`;
  for (const { datname } of rows) {
    if (!isAlive(Number(datname.split("_")[2])))
      await sql`drop database if exists ${sql(datname)} with (force)`;
  }
}

async function dropOldTemplates(sql: postgres.Sql, current: string): Promise<void> {
  const rows = await sql<{ datname: string }[]>`
    select datname from pg_database
    where starts_with(datname, ${"lemma_template_"}) and not starts_with(datname, ${current})`;
  for (const { datname } of rows) await sql`drop database if exists ${sql(datname)} with (force)`;
}

function hashOf({ migrations }: Schema): string {
  const hash = createHash("sha256");
  for (const name of migrationNames(migrations)) hash.update(`${name}\n${migrationSql(migrations, name)}\n`);
  return hash.digest("hex").slice(0, 16);
}

async function withSql<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
