import { afterAll, beforeAll } from "vitest";
import { testServer } from "./server.ts";

const patience = 120_000;

/**
 * Called once at the top of a test file: its tests run on a database of their own, a fresh copy of the migrated
 * template, named in DATABASE_URL while they run and dropped afterwards.
 */
export function testDatabase(): void {
  const before = process.env["DATABASE_URL"];
  let close = async () => {};
  beforeAll(async () => {
    const copy = await (await testServer()).copy();
    close = copy.close;
    process.env["DATABASE_URL"] = copy.url;
  }, patience);
  afterAll(async () => {
    await close();
    if (before === undefined) delete process.env["DATABASE_URL"];
    else process.env["DATABASE_URL"] = before;
  }, patience);
}
