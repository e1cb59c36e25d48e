import type { Command } from "commander";

interface Options {
  create?: string;
  check?: true;
}

export function registerMigrate(program: Command): void {
  program
    .command("migrate")
    .description("bring the database up to date")
    .option("--create <name>", "write the migration that leads to the models in prisma/")
    .option("--check", "fail if the models and the migrations differ")
    .action(async (options: Options) => {
      const { migrate } = await import("../migrate-command.ts");
      await migrate(options);
    });
}
