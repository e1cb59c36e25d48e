import type { Command } from "commander";

interface Options {
  problems?: string;
  model?: string;
  timeout: string;
}

export function registerVerify(program: Command): void {
  program
    .command("verify <file>")
    .description("run the code, check the arithmetic and judge the answer of each path in a file")
    .option("--problems <file>", "where the problems' reference answers are, if not in the file itself")
    .option("--model <name>", "model of the paths that name none")
    .option("--timeout <seconds>", "for each program", "10")
    .action(async (file: string, options: Options) => {
      const { verifyFile } = await import("../verify-file.ts");
      process.exitCode = await verifyFile(file, options);
    });
}
