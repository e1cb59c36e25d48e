import type { Command } from "commander";

export function registerBuild(program: Command): void {
  program
    .command("build")
    .description("build the web app where its sources have changed")
    .action(async () => {
      const { build } = await import("../build.ts");
      await build();
    });
}
