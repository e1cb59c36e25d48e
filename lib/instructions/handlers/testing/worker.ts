// A worker's process that does one run, to be killed by tests.
import { executeRun } from "#lib/jobs/execute.ts";
import { instructHandler } from "../instruct.ts";

process.send?.("begun");
await executeRun(Number(process.argv[2]), new Map([[instructHandler.kind, instructHandler]]));
process.exit();
