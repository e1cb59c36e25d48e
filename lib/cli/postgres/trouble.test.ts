import { expect, test } from "vitest";
import { troubleIn, versionTrouble } from "./trouble.ts";

const at = "2026-11-24 21:10:30.271 UTC [17257] ";

test.each([
  ["disk", `initdb: error: could not write to file "pg_wal/xlogtemp.12": No space left on device`],
  ["disk", `${at}FATAL:  could not write lock file "postmaster.pid": No space left on device`],
  ["port", `${at}LOG:  could not bind IPv4 address "127.0.0.1": Address already in use`],
  ["running", `${at}FATAL:  lock file "postmaster.pid" already exists`],
  ["memory in use", `${at}FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use`],
  ["version", `${at}FATAL:  database files are incompatible with server`],
  ["rights", `${at}FATAL:  data directory "/x/postgres" has wrong ownership`],
  ["rights", `initdb: error: could not create directory "/x/postgres": Permission denied`],
  ["memory", `${at}FATAL:  could not map anonymous shared memory: Cannot allocate memory`],
])("the cause %s is read from: %s", (cause, log) => {
  const trouble = troubleIn(
    `${at}LOG:  starting\n${log}\n${at}LOG:  database system is shut down`,
    "/x/postgres",
  );
  expect(trouble.cause).toBe(cause);
  expect(trouble.sentence).toMatch(/^[A-Z].*[^\n]$/);
});

test("of an unknown cause the server's last fatal line is told", () => {
  const log = `${at}LOG:  starting\n${at}FATAL:  the moon is full\n${at}LOG:  database system is shut down`;
  expect(troubleIn(log, "/x").sentence).toContain("FATAL:  the moon is full");
  expect(troubleIn("", "/x").sentence).toContain("it gave no reason");
});

test("only another major version is a trouble, and the sentence names both", () => {
  expect(versionTrouble("18", "18", "/x")).toBeUndefined();
  expect(versionTrouble("17", "18", "/x")).toMatch(/PostgreSQL 17, and this Lemma brings 18/);
});
