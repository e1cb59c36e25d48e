import { type Command, Option } from "commander";
import { MEASURES, type Measure } from "#lib/similarity/measure.ts";

interface Options {
  field: string;
  measure: Measure;
  threshold: string;
  stem?: boolean;
  dropped?: string;
}

export function registerDedupe(program: Command): void {
  program
    .command("dedupe [file]")
    .description(
      "write the rows of a JSONL file, or of what is piped in, without those too much like an earlier one",
    )
    .option("--field <name>", "the rows' text that is compared", "problem")
    .addOption(new Option("--measure <measure>", "how alike").choices(MEASURES).default("rouge-l"))
    .option("--threshold <score>", "from which score on a row is dropped, above 0 and at most 1", "0.7")
    .option("--stem", "compare the stems of English words")
    .option("--dropped <file>", "where each dropped row goes, with its nearest kept one and their score")
    .action(async (file: string | undefined, options: Options) => {
      const { dedupeFile } = await import("../dedupe-file.ts");
      process.exitCode = await dedupeFile(file, options);
    });
}
