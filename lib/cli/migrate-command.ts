import { relative } from "node:path";
import { AppError } from "#lib/errors.ts";
import { withDatabase } from "./database-url.ts";
import { applyMigrations, createMigration, missingSql } from "./migrate.ts";

export async function migrate(options: { create?: string; check?: true }): Promise<void> {
  await withDatabase(async (url) => {
    if (options.create !== undefined) {
      const folder = await createMigration(url, options.create, new Date());
      console.info(
        folder === undefined
          ? "The migrations lead to the models already."
          : `Wrote ${relative(".", folder)}`,
      );
    } else if (options.check) {
      const sql = await missingSql(url);
      if (sql !== "") throw new AppError("unavailable", differ(sql));
      console.info("The migrations lead to the models.");
    } else {
      for (const name of await applyMigrations(url)) console.info(`Applied ${name}`);
      console.info("The database is up to date.");
    }
  });
}

function differ(sql: string): string {
  return `The migrations do not lead to the models; \`lemma migrate --create NAME\` would write:\n${sql}`;
}
