import { type Command, Option } from "commander";

interface Options {
  project: string;
  dataset: string;
  version: string;
  format: string;
  style: string;
  output?: string;
  server?: string;
  key?: string;
}

export function registerExport(program: Command): void {
  program
    .command("export")
    .description("write a frozen version of a dataset as JSONL")
    .requiredOption("--project <slug>", "the project, as its address names it")
    .requiredOption("--dataset <name>", "the dataset's name or number")
    .option("--version <number>", "a version's number, or latest", "latest")
    .addOption(new Option("--format <format>").choices(["trl-dpo", "trl-sft", "lemma"]).makeOptionMandatory())
    .addOption(new Option("--style <style>", "of trl formats").choices(["text", "messages"]).default("text"))
    .option("-o, --output <file>", "where to write; the terminal or pipe if left out")
    .option("--server <url>", "the studio's address (else LEMMA_URL)")
    .option("--key <key>", "API key (else LEMMA_KEY)")
    .action(async (options: Options) => {
      const { exportFile } = await import("../export-file.ts");
      await exportFile(options);
    });
}
