import type { Command } from "commander";

export function registerWeb(program: Command): void {
  program
    .command("web")
    .description("run one web server on a database that is there")
    .action(async () => {
      const { web } = await import("../web.ts");
      await web();
    });
}
