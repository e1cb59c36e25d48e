// A worker's process that does one run, to be killed by tests.
import { executeRun } from "../execute.ts";
import { handlers } from "../registry.ts";

process.send?.("begun");
await executeRun(Number(process.argv[2]), new Map(handlers.map((handler) => [handler.kind, handler])));
process.exit();
