import { type Command, Option } from "commander";
import type { SelectOptions } from "../select-file.ts";

export function registerSelect(program: Command): void {
  program
    .command("select <file>")
    .description("keep the most different reasoning paths of each problem in a JSONL file")
    .option("--k <count>", "paths kept of each problem, at most", "4")
    .addOption(
      new Option("--distance <measure>", "how far apart")
        .choices(["lcs", "equations", "program"])
        .default("lcs"),
    )
    .option("--least <distance>", "drop a path nearer than this to a kept one, even where there is room", "0")
    .addOption(
      new Option("--duplicates <rule>", "what counts as the same")
        .choices(["reasoning", "text", "none"])
        .default("reasoning"),
    )
    .option(
      "--correct",
      "only paths whose answer is the reference answer, which the file's problem records give",
    )
    .option(
      "--dropped <file>",
      "where each dropped path goes, with the reason and the line of the nearest kept one",
    )
    .action(async (file: string, options: SelectOptions) => {
      const { selectFile } = await import("../select-file.ts");
      process.exitCode = await selectFile(file, options);
    });
}
