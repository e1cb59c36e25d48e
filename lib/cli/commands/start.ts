import type { Command } from "commander";

export function registerStart(program: Command): void {
  program
    .command("start")
    .description("run everything on this machine: database, web server and a worker")
    .option("--demo", "load the demo project")
    .action(async (options: { demo?: true }) => {
      const { start } = await import("../start.ts");
      await start(options);
    });
}
