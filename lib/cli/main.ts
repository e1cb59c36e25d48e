import { isAbsolute, join, resolve } from "node:path";
import { Command } from "commander";
import { AppError } from "#lib/errors.ts";
import { checkout } from "./checkout.ts";
import { registerBuild } from "./commands/build.ts";
import { registerDedupe } from "./commands/dedupe.ts";
import { registerExport } from "./commands/export.ts";
import { registerGenerate } from "./commands/generate.ts";
import { registerGrade } from "./commands/grade.ts";
import { registerImport } from "./commands/import.ts";
import { registerMigrate } from "./commands/migrate.ts";
import { registerPython } from "./commands/python.ts";
import { registerSelect } from "./commands/select.ts";
import { registerStart } from "./commands/start.ts";
import { registerVerify } from "./commands/verify.ts";
import { registerWeb } from "./commands/web.ts";
import { registerWorker } from "./commands/worker.ts";

// Each registers its words and options only; what it runs is imported when it is called.
const commands = [
  registerStart,
  registerWeb,
  registerWorker,
  registerMigrate,
  registerBuild,
  registerGenerate,
  registerImport,
  registerExport,
  registerPython,
  registerGrade,
  registerVerify,
  registerSelect,
  registerDedupe,
];

/** LEMMA_HOME may be relative to where the command is typed; the checkout's own is the default from anywhere. */
function settleHome(): void {
  const given = process.env["LEMMA_HOME"];
  if (!given) process.env["LEMMA_HOME"] = join(checkout, ".lemma");
  else if (!isAbsolute(given)) process.env["LEMMA_HOME"] = resolve(given);
}

const program = new Command("lemma");
program
  .description("Lemma: a studio for maths reasoning data.")
  .showHelpAfterError("(`lemma --help` lists the commands)");
for (const register of commands) register(program);

settleHome();
try {
  await program.parseAsync();
  process.exit();
} catch (error) {
  // What says what to do is shown as it is; anything else is a fault, whose place matters.
  console.error(error instanceof AppError ? error.message : error);
  process.exit(1);
}
