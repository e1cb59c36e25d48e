import type { Command } from "commander";

export function registerGenerate(program: Command): void {
  program
    .command("generate")
    .description("write the database client where the models have changed")
    .action(async () => {
      const { ensureGenerated } = await import("../generate.ts");
      ensureGenerated();
    });
}
