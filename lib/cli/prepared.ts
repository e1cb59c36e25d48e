import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import type { Part } from "./child.ts";
import type { Database } from "./database-url.ts";
import { pendingMigrations } from "./migrate.ts";

/** Keeps the database for the children of this process: it is named to them, and given back at the end. */
export async function holdDatabase(database: Database, hold: (part: Part) => void): Promise<void> {
  const { embedded, url } = database;
  if (embedded !== undefined) hold({ stop: () => release(embedded), kill: embedded.kill });
  const settings = env();
  process.env["DATABASE_URL"] = url;
  process.env["LEMMA_URL"] = settings.url;
  process.env["HOST"] = settings.host;
  process.env["PORT"] = String(settings.port);
  const pending = await pendingMigrations(url);
  if (pending.length === 0) return;
  const behind = `The database lacks ${pending.length === 1 ? "a migration" : `${pending.length} migrations`}`;
  throw new AppError("unavailable", `${behind} (${pending.join(", ")}): run \`lemma migrate\`.`);
}

async function release(embedded: NonNullable<Database["embedded"]>): Promise<void> {
  const others = await embedded.release();
  if (others.length > 0)
    console.info(`PostgreSQL stays up for ${others.map((pid) => `process ${pid}`).join(", ")}`);
}
