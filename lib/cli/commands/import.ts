import { type Command, Option } from "commander";

interface Options {
  project: string;
  keepGoing?: true;
  model?: string;
  split?: "train" | "test";
  server?: string;
  key?: string;
}

export function registerImport(program: Command): void {
  program
    .command("import <file>")
    .description("bring a JSONL, CSV or Parquet file into a project")
    .requiredOption("--project <slug>", "the project, as its address names it")
    .option("--keep-going", "take the good lines where others are rejected")
    .option("--model <name>", "model of the paths that name none")
    .addOption(
      new Option("--split <split>", "split of the problems that name none").choices(["train", "test"]),
    )
    .option("--server <url>", "the studio's address (else LEMMA_URL)")
    .option("--key <key>", "API key (else LEMMA_KEY)")
    .action(async (file: string, options: Options) => {
      const { importFile } = await import("../import-file.ts");
      await importFile(file, options);
    });
}
