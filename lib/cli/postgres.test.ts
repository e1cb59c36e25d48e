import { existsSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { gone } from "./postgres/server.ts";
import { type EmbeddedPostgres, joinPostgres, openPostgres } from "./postgres.ts";
import { newHome } from "./testing/home.ts";

// The tests follow one another on one data folder, as a studio's days do.
const home = newHome();
const folder = join(home, "postgres");
const pidFile = join(folder, "postmaster.pid");
const open = () => openPostgres(home);
/** With a server that is given back, whatever comes. */
async function withServer(work: (server: EmbeddedPostgres) => Promise<void>): Promise<void> {
  const server = await open();
  try {
    await work(server);
  } finally {
    await server.release();
  }
}
const serverPid = () => Number(readFileSync(pidFile, "utf8").split("\n")[0]);

async function query<T>({ url }: EmbeddedPostgres, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

afterAll(async () => {
  (await joinPostgres(home))?.kill();
  await gone(folder, 10_000);
  rmSync(home, { recursive: true });
});

test("the first start makes a database in UTF-8 that orders by code point and knows letters beyond ASCII", async () => {
  const said: string[] = [];
  const server = await openPostgres(home, { say: (line) => said.push(line) });
  expect(said).toEqual(["Setting up the database (once)"]);
  const [row] = await query(server, async (sql) => {
    await sql`create table kept (word text)`;
    await sql`insert into kept values ('Ä')`;
    return sql`select current_setting('server_encoding') as encoding, 'Z' < 'a' as ordered, lower('Ä') as lower`;
  });
  expect(row).toEqual({ encoding: "UTF8", ordered: true, lower: "ä" });
  expect(statSync(join(folder, "lemma.password")).mode & 0o777).toBe(0o600);
  expect(await server.release()).toEqual([]);
  expect(existsSync(pidFile)).toBe(false);
});

test("where nothing runs there is nothing to join", async () => {
  expect(await joinPostgres(home)).toBeUndefined();
  expect(await joinPostgres(join(home, "elsewhere"))).toBeUndefined();
});

test("a second user joins the same server, and only the last one out stops it", async () => {
  const first = await open();
  const second = await open();
  expect(second.url).toBe(first.url);
  expect(await first.release()).toEqual([process.pid]);
  expect(second.isUp()).toBe(true);
  expect(await query(second, (sql) => sql`select word from kept`)).toEqual([{ word: "Ä" }]);
  expect(await second.release()).toEqual([]);
  expect(second.isUp()).toBe(false);
});

test("after the server was killed, the next start recovers and loses nothing", async () => {
  const before = await open();
  await query(before, (sql) => sql`insert into kept values ('after')`);
  process.kill(serverPid(), "SIGKILL");
  expect(await gone(folder, 10_000)).toBe(true);
  expect(existsSync(pidFile)).toBe(true);
  await withServer(async (server) => {
    const words = await query(server, (sql) => sql`select word from kept order by word`);
    expect(words).toEqual([{ word: "after" }, { word: "Ä" }]);
  });
});

test("a left-behind file whose number is now another program's does not keep the server from starting", async () => {
  writeFileSync(
    pidFile,
    `${process.ppid}\n${realpathSync(folder)}\n1764000000\n5432\n\n127.0.0.1\n\nready\n`,
  );
  await withServer(async () => expect(serverPid()).not.toBe(process.ppid));
});

test("a port that another program has taken meanwhile is left to it", async () => {
  const port = Number(readFileSync(join(home, "postgres.port"), "utf8"));
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  await withServer(async ({ url }) => expect(new URL(url).port).not.toBe(String(port)));
  other.close();
});

test("a data folder of another version is refused by a sentence, and not touched", async () => {
  const file = join(folder, "PG_VERSION");
  const own = readFileSync(file, "utf8");
  writeFileSync(file, "17\n");
  await expect(open()).rejects.toThrow(/was made by PostgreSQL 17, and this Lemma brings 18/);
  writeFileSync(file, own);
});

test("a lost password is named with its file", async () => {
  const file = join(folder, "lemma.password");
  const own = readFileSync(file, "utf8");
  rmSync(file);
  await expect(open()).rejects.toThrow(
    `${realpathSync(file.replace("/lemma.password", ""))}/lemma.password is missing`,
  );
  writeFileSync(file, own, { mode: 0o600 });
});
