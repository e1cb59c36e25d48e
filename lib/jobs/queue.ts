import { PgBoss } from "pg-boss";
import type { SqlTransaction } from "#lib/db.ts";
import { databaseUrl } from "#lib/env.ts";

/** One queue for all kinds of run; its jobs carry nothing but the run's id. */
export const QUEUE = "lemma-run";

const MAX_ATTEMPTS = 4;

export interface QueuedRun {
  runId: number;
}

async function open(role: "sender" | "worker"): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl(),
    application_name: `lemma-${role}`,
    max: role === "worker" ? 4 : 1,
    supervise: role === "worker",
    schedule: false,
    useListenNotify: role === "worker",
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on("error", (error) => console.error("queue:", error.message));
  await boss.start();
  await boss.createQueue(QUEUE, {
    retryLimit: MAX_ATTEMPTS - 1,
    retryDelay: 1,
    expireInSeconds: 23 * 60 * 60,
    // A worker that is killed stops its heartbeat, and the job goes to another one.
    heartbeatSeconds: 20,
    notify: true,
  });
  return boss;
}

// Kept on globalThis because Next.js evaluates this module once for each server bundle.
const holder = globalThis as typeof globalThis & { lemmaSender?: Promise<PgBoss> };

export function openWorkerQueue(): Promise<PgBoss> {
  return open("worker");
}

export function isLastAttempt(attempt: number): boolean {
  return attempt >= MAX_ATTEMPTS;
}

/** Puts a run on the queue inside the transaction that made it: either both are there, or neither. */
export async function enqueue(tx: SqlTransaction, runId: number): Promise<void> {
  holder.lemmaSender ??= open("sender");
  const boss = await holder.lemmaSender;
  const data: QueuedRun = { runId };
  const db = {
    executeSql: async (text: string, values: unknown[] = []) => ({
      // pg-boss types its values as unknown; they are the plain parameters of its own statement.
      rows: await tx.unsafe(text, values as never[]),
    }),
  };
  await boss.send(QUEUE, data, { db });
}

export async function closeSender(): Promise<void> {
  const open = holder.lemmaSender;
  delete holder.lemmaSender;
  if (open) await (await open).stop({ graceful: false });
}
