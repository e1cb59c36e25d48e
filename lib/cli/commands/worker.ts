import type { Command } from "commander";

export function registerWorker(program: Command): void {
  program
    .command("worker")
    .description("run one worker on a database that is there")
    .action(async () => {
      const { worker } = await import("../worker.ts");
      await worker();
    });
}
