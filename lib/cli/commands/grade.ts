import type { Command } from "commander";

interface Options {
  sympy: boolean;
}

export function registerGrade(program: Command): void {
  program
    .command("grade [file]")
    .description(
      "tell for each line {gold, pred} of a JSONL file, or of what is piped in, whether both are equal",
    )
    .option("--no-sympy", "leave open what the rules alone can't decide")
    .action(async (file: string | undefined, options: Options) => {
      const { gradeFile } = await import("../grade-file.ts");
      process.exitCode = await gradeFile(file, options);
    });
}
