import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { isAlive } from "../processes.ts";

// Any fixed number: whoever enters or leaves holds this advisory lock, so the last one out sees that it is.
const door = 5_036_218_447;

export interface Seat {
  /**
   * Leaves. Calls `last`, still behind the closed door, where no other living process uses this PostgreSQL.
   * @returns the process ids of the others
   */
  leave(last: () => void): Promise<number[]>;
}

/** Enters this process into the list of those who use a running PostgreSQL. Rejects where it can't be reached. */
export async function takeSeat(url: string, folder: string): Promise<Seat> {
  const file = join(folder, `${process.pid}.${randomBytes(4).toString("hex")}`);
  await behindTheDoor(url, () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, "");
  });
  return {
    async leave(last) {
      let others: number[] = [];
      const goodbye = () => {
        rmSync(file, { force: true });
        others = livingUsers(folder);
        if (others.length === 0) last();
      };
      // A server that was killed can't be asked; then nobody else is using it either.
      await behindTheDoor(url, goodbye).catch(goodbye);
      return others;
    },
  };
}

/** Forgets everyone: right only while no server runs. */
export function clearSeats(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function livingUsers(folder: string): number[] {
  const pids: number[] = [];
  for (const name of readdirSync(folder)) {
    const pid = Number(name.split(".")[0]);
    if (isAlive(pid)) pids.push(pid);
    else rmSync(join(folder, name), { force: true });
  }
  return pids;
}

async function behindTheDoor(url: string, work: () => void): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {}, idle_timeout: 5 });
  try {
    await sql.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(${door})`;
      work();
    });
  } finally {
    await sql.end({ timeout: 1 });
  }
}
