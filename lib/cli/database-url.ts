import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { type EmbeddedPostgres, joinPostgres, openPostgres } from "./postgres.ts";

/** The installation's database: DATABASE_URL, or the embedded PostgreSQL of its home, in use by this process. */
export interface Database {
  readonly url: string;
  readonly embedded: EmbeddedPostgres | undefined;
}

/** Starts the embedded PostgreSQL where no DATABASE_URL is set. */
export async function openDatabase(say: (line: string) => void = console.info): Promise<Database> {
  const { databaseUrl, home } = env();
  if (databaseUrl !== undefined) return { url: databaseUrl, embedded: undefined };
  const embedded = await openPostgres(home, { say });
  return { url: embedded.url, embedded };
}

/** As above, but throws one sentence where the embedded PostgreSQL does not run. */
export async function joinDatabase(): Promise<Database> {
  const { databaseUrl, home } = env();
  if (databaseUrl !== undefined) return { url: databaseUrl, embedded: undefined };
  const embedded = await joinPostgres(home);
  if (embedded !== undefined) return { url: embedded.url, embedded };
  throw new AppError(
    "unavailable",
    `There is no database: set DATABASE_URL, or run \`lemma start\`, which brings one, on the same LEMMA_HOME (${home}).`,
  );
}

/** Does some work on the database and leaves it as it was found, running or not. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await work(database.url);
  } finally {
    await database.embedded?.release();
  }
}
