import { join } from "node:path";
import postgres from "postgres";
import { AppError } from "#lib/errors.ts";
import { checkout } from "./checkout.ts";
import { explained } from "./migrations/connection.ts";
import { withEngine } from "./migrations/engine.ts";
import {
  migrationName,
  migrationNames,
  readMigrations,
  readModels,
  writeMigration,
} from "./migrations/folder.ts";

/** Where the schema stands: `schema.prisma`, `models/` and `migrations/` below one folder. */
export interface Schema {
  readonly models: string;
  readonly migrations: string;
}

export const ownSchema: Schema = {
  models: join(checkout, "prisma"),
  migrations: join(checkout, "prisma", "migrations"),
};

// Any fixed number: two starts on one database migrate one after the other.
const turn = 5_036_218_448;
const everything = { externalTables: [], externalEnums: [] };

/** Applies what has not been applied yet and returns its names. Safe to run from several places at once. */
export async function applyMigrations(url: string, schema: Schema = ownSchema): Promise<string[]> {
  const migrationsList = readMigrations(schema.migrations);
  if (migrationsList.migrationDirectories.length === 0) return [];
  return inTurn(url, () =>
    withEngine(url, readModels(schema.models), async (engine, scriptError) => {
      // A migration is one transaction, so one that failed or was cut short left nothing behind but its note.
      const history = { migrationsList, optInToShadowDatabase: false, filters: everything };
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory(history).catch(refuse);
      for (const migrationName of failedMigrationNames)
        await engine.markMigrationRolledBack({ migrationName });
      const done = await engine
        .applyMigrations({ migrationsList, filters: everything })
        .catch(async (error) => {
          const after = await engine.diagnoseMigrationHistory(history).catch(() => undefined);
          const name = after?.failedMigrationNames[0];
          throw name === undefined ? refusal(error) : failure(name, scriptError() ?? error);
        });
      return done.appliedMigrationNames;
    }),
  );
}

/** The names of the migrations in the folder that this database has not had. */
export async function pendingMigrations(url: string, schema: Schema = ownSchema): Promise<string[]> {
  const applied = await connected(url, async (sql) => {
    const [table] = await sql`select to_regclass('_prisma_migrations') is not null as there`;
    if (!table?.["there"]) return [];
    return sql<{ name: string }[]>`
      select migration_name as name from _prisma_migrations
      where finished_at is not null and rolled_back_at is null`;
  });
  const names = new Set(applied.map((row) => row.name));
  return migrationNames(schema.migrations).filter((name) => !names.has(name));
}

/**
 * The SQL that leads from all migrations to the models; empty where they agree. Works on a shadow database
 * beside the one at `url`, which stays as it is.
 */
export async function missingSql(url: string, schema: Schema = ownSchema): Promise<string> {
  await connected(url, (sql) => sql`select 1`);
  const files = readModels(schema.models).map(([path, content]) => ({ path, content }));
  const result = await withEngine(url, undefined, (engine) =>
    engine
      .diff({
        from: { tag: "migrations", ...readMigrations(schema.migrations) },
        to: { tag: "schemaDatamodel", files },
        script: true,
        exitCode: true,
        filters: everything,
      })
      .catch(refuse),
  );
  return result.exitCode === 0 ? "" : (result.stdout ?? "").trim();
}

/** Writes the migration that leads to the models. Returns its folder, or undefined where none is needed. */
export async function createMigration(
  url: string,
  name: string,
  now: Date,
  schema: Schema = ownSchema,
): Promise<string | undefined> {
  const folder = migrationName(name, now);
  const sql = await missingSql(url, schema);
  return sql === "" ? undefined : writeMigration(schema.migrations, folder, `${sql}\n`);
}

async function inTurn<T>(url: string, work: () => Promise<T>): Promise<T> {
  return connected(url, async (sql) => {
    await sql`select pg_advisory_lock(${turn})`;
    // The lock ends with this connection.
    return await work();
  });
}

async function connected<T>(url: string, work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await work(sql);
  } catch (error) {
    throw explained(error, url);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function failure(name: string, error: unknown): AppError {
  const said = error instanceof Error ? error.message : String(error);
  const sentence = `The migration ${name} failed and left nothing behind: ${said}`;
  return new AppError("unavailable", sentence, {}, { cause: error });
}

function refusal(error: unknown): AppError {
  const said = error instanceof Error ? error.message : String(error);
  // The engine adds places in its own source code, one a line, as "   0: …".
  const sentence = `The migrations could not be used. ${said.split(/\n\s+0: /)[0]}`;
  return new AppError("unavailable", sentence, {}, { cause: error });
}

function refuse(error: unknown): never {
  throw refusal(error);
}
