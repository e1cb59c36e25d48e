import { env } from "#lib/env.ts";
import { joinPostgres } from "../postgres.ts";
import { testHome } from "./server.ts";

/** Stops the tests' PostgreSQL where a suite started it and no other test run uses it. */
export async function teardown(): Promise<void> {
  if (env().databaseUrl !== undefined) return;
  const running = await joinPostgres(testHome);
  await running?.release();
}
