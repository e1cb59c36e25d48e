import { closeDatabase } from "#lib/db.ts";
import { closeSandbox } from "#lib/python/process-sandbox.ts";
import { executeRun } from "./execute.ts";
import { openWorkerQueue, QUEUE, type QueuedRun } from "./queue.ts";
import { handlers } from "./registry.ts";

const boss = await openWorkerQueue();
const byKind = new Map(handlers.map((handler) => [handler.kind, handler]));

await boss.work<QueuedRun>(
  QUEUE,
  { batchSize: 1, localConcurrency: 2, pollingIntervalSeconds: 1 },
  async ([job]) => {
    if (job) await executeRun(job.data.runId, byKind);
  },
);
console.info("worker: ready");

async function stop(): Promise<void> {
  // A run that doesn't end in time is given back to the queue and starts again elsewhere.
  await boss.stop({ graceful: true, timeout: 3000 });
  await closeSandbox();
  await closeDatabase();
  process.exit(0);
}
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
