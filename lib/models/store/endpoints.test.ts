import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { testEndpoint } from "#lib/cli/testing/model-endpoint.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { type EndpointSettings, endpointSettings, modelEndpoint } from "../contract.ts";
import { createEndpoint, listEndpoints, removeEndpoint, updateEndpoint } from "./endpoints.ts";
import { loadTarget } from "./target.ts";

testDatabase();

const KEY = "sk-0123456789abcdef";
let here: TestProject;
let there: TestProject;
beforeAll(async () => {
  here = await emptyProject();
  there = await emptyProject();
});

const settings = (part: Partial<EndpointSettings> = {}): EndpointSettings =>
  endpointSettings.parse({
    name: crypto.randomUUID(),
    baseUrl: "https://models.example.org/v1/",
    model: "m",
    uses: ["generator", "judge", "judge"],
    parameters: { temperature: 0.5, extra: { top_k: 3 } },
    inputPrice: 0.5,
    outputPrice: 1.5,
    concurrency: 8,
    requestsPerMinute: 100,
    tokensPerMinute: null,
    structuredOutput: "auto",
    timeoutSeconds: 90,
    ...part,
  });

describe("the registry", () => {
  test("keeps what was set, and shows it to its own project by name", async () => {
    const lead = here.as("lead");
    const made = await createEndpoint(lead, { settings: settings({ name: "b" }), key: KEY });
    expect(modelEndpoint.parse(made)).toEqual(made);
    expect(made).toMatchObject({
      baseUrl: "https://models.example.org/v1",
      uses: ["generator", "judge"],
      parameters: { temperature: 0.5, maxTokens: 2048, extra: { top_k: 3 } },
      keyHint: "cdef",
      version: 1,
      calls: 0,
      cost: 0,
    });
    const other = await createEndpoint(lead, { settings: settings({ name: "a" }) });
    expect(other.keyHint).toBeNull();
    expect(await listEndpoints(here.as("curator"))).toEqual([other, made]);
    expect(await listEndpoints(there.as("lead"))).toEqual([]);
  });

  test("counts each model's own calls and what they cost", async () => {
    const project = await emptyProject();
    const [one, other] = [
      await testEndpoint(project.id, "http://a/v1"),
      await testEndpoint(project.id, "http://b/v1"),
    ];
    await sql()`INSERT INTO model_call (project_id, endpoint_id, slot, request, cost)
      SELECT ${project.id}, ${one}, 'test', '{}', cost FROM unnest(ARRAY[0.25, 0.5]) AS cost`;
    const counted = (await listEndpoints(project.as("lead"))).map(({ id, calls, cost }) => ({
      id,
      calls,
      cost,
    }));
    expect(counted).toContainEqual({ id: one, calls: 2, cost: 0.75 });
    expect(counted).toContainEqual({ id: other, calls: 0, cost: 0 });
  });

  test("has each name once", async () => {
    const lead = here.as("lead");
    const taken = await createEndpoint(lead, { settings: settings() });
    const twice = createEndpoint(lead, { settings: settings({ name: taken.name }) });
    await expect(twice).rejects.toMatchObject({ code: "conflict", place: { field: "settings.name" } });
    const other = await createEndpoint(lead, { settings: settings() });
    const renamed = updateEndpoint(lead, {
      model: other.id,
      version: 1,
      settings: settings({ name: taken.name }),
    });
    await expect(renamed).rejects.toMatchObject({ code: "conflict", place: { field: "settings.name" } });
    expect(
      await createEndpoint(there.as("lead"), { settings: settings({ name: taken.name }) }),
    ).toMatchObject({ version: 1 });
    await removeEndpoint(lead, taken.id);
    expect(await createEndpoint(lead, { settings: settings({ name: taken.name }) })).toMatchObject({
      version: 1,
    });
  });

  test("takes no password in an address, no key that can't stand in a header, and no parameters that can't be kept", async () => {
    const lead = here.as("lead");
    const withPassword = createEndpoint(lead, { settings: settings({ baseUrl: "https://me:pw@h/v1" }) });
    await expect(withPassword).rejects.toMatchObject({
      code: "invalid_input",
      place: { field: "settings.baseUrl" },
    });
    for (const extra of [{ a: "\0" }, { "\ud800": 1 }]) {
      const strange = createEndpoint(lead, { settings: settings({ parameters: { maxTokens: 1, extra } }) });
      await expect(strange).rejects.toMatchObject({ place: { field: "settings.parameters.extra" } });
    }
    const symbols = { maxTokens: 1, extra: { "😀": "数" } };
    expect(await createEndpoint(lead, { settings: settings({ parameters: symbols }) })).toMatchObject({
      parameters: symbols,
    });
    for (const key of ["two words", "line\nbreak", "schlüssel"]) {
      const strange = createEndpoint(lead, { settings: settings(), key });
      await expect(strange).rejects.toMatchObject({ code: "invalid_input", place: { field: "key" } });
    }
  });
});

describe("a change", () => {
  const create = (key?: string) =>
    createEndpoint(here.as("lead"), { settings: settings(), ...(key ? { key } : {}) });
  const keyOf = async (id: number) => (await loadTarget(here.id, id)).key;

  test("of somebody who saw an older version is refused, and changes nothing", async () => {
    const { id, name } = await create();
    const lead = here.as("lead");
    const first = await updateEndpoint(lead, {
      model: id,
      version: 1,
      settings: settings({ name, model: "first" }),
    });
    expect(first).toMatchObject({ version: 2, model: "first" });
    const second = updateEndpoint(lead, {
      model: id,
      version: 1,
      settings: settings({ name, model: "second" }),
    });
    await expect(second).rejects.toMatchObject({ code: "conflict", place: { field: "version" } });
    expect((await listEndpoints(lead)).find((one) => one.id === id)).toEqual(first);
  });

  test("of two at the same time one gets through", async () => {
    const { id } = await create();
    const both = await Promise.allSettled(
      ["x", "y"].map((model) =>
        updateEndpoint(here.as("lead"), { model: id, version: 1, settings: settings({ model }) }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("leaves a key that isn't given, replaces one that is, and takes it away for null", async () => {
    const { id } = await create(KEY);
    const lead = here.as("lead");
    await updateEndpoint(lead, { model: id, version: 1, settings: settings() });
    expect(await keyOf(id)).toBe(KEY);
    const replaced = await updateEndpoint(lead, {
      model: id,
      version: 2,
      settings: settings(),
      key: "another-key-0000",
    });
    expect([replaced.keyHint, await keyOf(id)]).toEqual(["0000", "another-key-0000"]);
    const without = await updateEndpoint(lead, { model: id, version: 3, settings: settings(), key: null });
    expect([without.keyHint, await keyOf(id)]).toEqual([null, null]);
  });

  test("to another host asks for the key again, so that nobody has it sent to a place of their own", async () => {
    const { id } = await create(KEY);
    const lead = here.as("lead");
    const elsewhere = settings({ baseUrl: "https://evil.example.org/v1" });
    const moved = updateEndpoint(lead, { model: id, version: 1, settings: elsewhere });
    await expect(moved).rejects.toMatchObject({ code: "invalid_input", place: { field: "key" } });
    const within = settings({ baseUrl: "https://models.example.org/v2" });
    await updateEndpoint(lead, { model: id, version: 1, settings: within });
    expect(
      await updateEndpoint(lead, { model: id, version: 2, settings: elsewhere, key: null }),
    ).toMatchObject({ keyHint: null });
  });

  test("of another project's model, or one that was removed, finds nothing", async () => {
    const { id } = await create();
    const change = { model: id, version: 1, settings: settings() };
    await expect(updateEndpoint(there.as("lead"), change)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeEndpoint(there.as("lead"), id)).rejects.toMatchObject({ code: "not_found" });
    expect(await removeEndpoint(here.as("lead"), id)).toBe(true);
    await expect(updateEndpoint(here.as("lead"), change)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeEndpoint(here.as("lead"), id)).rejects.toMatchObject({ code: "not_found" });
  });
});

test("removing forgets the key and keeps the row for the calls that were made", async () => {
  const made = await createEndpoint(here.as("lead"), { settings: settings(), key: KEY });
  await removeEndpoint(here.as("lead"), made.id);
  expect((await listEndpoints(here.as("lead"))).map(({ id }) => id)).not.toContain(made.id);
  const [row] =
    await sql()`SELECT sealed_key, key_hint, removed_at IS NOT NULL AS removed FROM model_endpoint WHERE id = ${made.id}`;
  expect(row).toEqual({ sealedKey: null, keyHint: null, removed: true });
});

test("every write leaves an audit of what was done, without the key", async () => {
  const project = await emptyProject();
  const lead = project.as("lead");
  const made = await createEndpoint(lead, { settings: settings({ name: "n" }), key: KEY });
  await updateEndpoint(lead, {
    model: made.id,
    version: 1,
    settings: settings({ name: "m" }),
    key: `${KEY}2`,
  });
  await removeEndpoint(lead, made.id);
  const audits =
    await sql()`SELECT actor_id, action, target, detail FROM audit_entry WHERE project_id = ${project.id} ORDER BY id`;
  expect(audits.map(({ action, target }) => [action, target])).toEqual(
    ["model.create", "model.update", "model.remove"].map((action) => [action, `model ${made.id}`]),
  );
  expect(audits[0]?.["detail"]).toMatchObject({
    name: "n",
    model: "m",
    uses: ["generator", "judge", "judge"],
  });
  expect(JSON.stringify(audits)).not.toContain(KEY.slice(0, 8));
});

test("a key that was copied into another model's row doesn't open there", async () => {
  const [one, other] = [
    await createEndpoint(here.as("lead"), { settings: settings(), key: KEY }),
    await createEndpoint(here.as("lead"), { settings: settings() }),
  ];
  await sql()`UPDATE model_endpoint SET sealed_key = (SELECT sealed_key FROM model_endpoint WHERE id = ${one.id}) WHERE id = ${other.id}`;
  await expect(loadTarget(here.id, other.id)).rejects.toThrow("Enter the key again");
});
