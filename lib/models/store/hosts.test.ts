import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import type { Actor } from "#lib/context.ts";
import { sql } from "#lib/db.ts";
import { allowHost, disallowHost, listHosts } from "./hosts.ts";
import { leavesAmong } from "./leaves.ts";

testDatabase();

let owner: Actor;
beforeAll(async () => {
  owner = (await emptyProject()).as("lead").actor;
});

test("a host gets leave once, however it is written, and loses it again; each change is audited", async () => {
  const first = await allowHost(owner, "http://LOCALHOST:8000/v1");
  expect(first).toMatchObject({ host: "localhost:8000", by: "Someone" });
  expect(await allowHost(owner, "localhost:8000")).toEqual(first);
  await allowHost(owner, "[0::1]:11434");
  expect((await listHosts()).map(({ host }) => host)).toEqual(["[::1]:11434", "localhost:8000"]);
  expect(await leavesAmong(["localhost:8000", "localhost:8001"])).toEqual(new Set(["localhost:8000"]));
  expect(await disallowHost(owner, "LocalHost:8000")).toBe(true);
  expect(await disallowHost(owner, "localhost:8000")).toBe(false);
  expect(await leavesAmong(["localhost:8000"])).toEqual(new Set());
  const audits =
    await sql()`SELECT actor_id, action, target FROM audit_entry WHERE action LIKE 'host.%' ORDER BY id`;
  expect(audits).toEqual([
    { actorId: owner.userId, action: "host.allow", target: "localhost:8000" },
    { actorId: owner.userId, action: "host.allow", target: "[::1]:11434" },
    { actorId: owner.userId, action: "host.disallow", target: "localhost:8000" },
  ]);
});

test("what names no host with a port gets none", async () => {
  await expect(allowHost(owner, "localhost")).rejects.toMatchObject({
    code: "invalid_input",
    place: { field: "host" },
  });
});
