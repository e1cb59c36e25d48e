import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SIGN_IN_PATH } from "#lib/auth/sign-in.ts";
import { hashToken, newToken } from "#lib/auth/token.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import {
  allEndpoints,
  callEndpoint,
  callRoute,
  type Endpoint,
  ORIGIN,
  type Values,
} from "#lib/cli/testing/endpoints.ts";
import { type FilledProject, filledProject } from "#lib/cli/testing/filled-project.ts";
import { address, inputs, newPerson } from "#lib/cli/testing/operation-inputs.ts";
import { sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { handlers } from "#lib/jobs/registry.ts";
import type { Access } from "./operation.ts";

testDatabase();

const MARKS = { here: "only-in-project-here", there: "only-in-project-there" };

const endpoints = allEndpoints();

type Who = "nobody" | "stranger" | "lead elsewhere" | "curator" | "reviewer" | "lead" | "owner";
const everyone: Who[] = ["nobody", "stranger", "lead elsewhere", "curator", "reviewer", "lead", "owner"];
const members: Who[] = ["curator", "reviewer", "lead", "owner"];

const inWalls = (...may: Who[]): Partial<Record<Who, number>> => ({
  nobody: 401,
  stranger: 404,
  "lead elsewhere": 404,
  ...Object.fromEntries(members.map((who) => [who, may.includes(who) ? 200 : 403])),
});
const installation = (others: number, owner: number): Partial<Record<Who, number>> => ({
  ...Object.fromEntries(everyone.map((who) => [who, others])),
  nobody: 401,
  owner,
});

/** Status for each caller by the operation's role, as the words above `Access` have it; 200 when left out. */
const expected: Record<Access, Partial<Record<Who, number>>> = {
  public: {},
  user: installation(200, 200),
  owner: installation(403, 200),
  member: inWalls("curator", "reviewer", "lead", "owner"),
  curator: inWalls("curator", "lead", "owner"),
  reviewer: inWalls("reviewer", "lead", "owner"),
  lead: inWalls("lead", "owner"),
};

let here: FilledProject;
let there: FilledProject;
const keys: Partial<Record<Who, string>> = {};

/** The API key of a new person, with a role in a project if one is given. */
async function newKey(
  role?: "curator" | "reviewer" | "lead",
  project = here,
  isOwner = false,
): Promise<string> {
  const [email, key] = [await newPerson(isOwner), newToken("lemma_")];
  await sql()`INSERT INTO api_key (user_id, name, hash, hint) SELECT id, 'test', ${hashToken(key)}, 'lemma_'
    FROM "user" WHERE email = ${email}`;
  if (role) {
    await sql()`INSERT INTO membership (project_id, user_id, role)
      SELECT ${project.id}, id, ${role} FROM "user" WHERE email = ${email}`;
  }
  return key;
}

async function inputOf(endpoint: Endpoint, project: FilledProject): Promise<Values> {
  const input = inputs[endpoint.name];
  if (!input) throw new Error(`add the minimal input of ${endpoint.name} to the table`);
  return input(project);
}

beforeAll(async () => {
  here = await filledProject(MARKS.here);
  there = await filledProject(MARKS.there);
  keys.stranger = await newKey();
  keys["lead elsewhere"] = await newKey("lead", there);
  keys.curator = await newKey("curator");
  keys.reviewer = await newKey("reviewer");
  keys.lead = await newKey("lead");
  keys.owner = await newKey(undefined, here, true);
  // Both have a frozen version, made in the real way, for the operations that read one.
  const freeze = endpoints.find(({ name }) => name === "datasets.freeze");
  if (!freeze) throw new Error("the contract can freeze datasets");
  for (const { slug, dataset } of [here, there]) {
    const frozen = await callEndpoint(freeze, { project: slug, dataset }, keys.owner);
    const { run } = await frozen.json();
    await executeRun(run.id, new Map(handlers.map((handler) => [handler.kind, handler])));
  }
});
afterAll(closeSender);

describe("every operation", () => {
  test("declares a role, a method and a path, and stands in the table of inputs", () => {
    expect(endpoints.length).toBeGreaterThan(40);
    for (const { name, role, method, path } of endpoints) {
      expect(Object.keys(expected), name).toContain(role);
      expect(["GET", "POST", "PUT", "PATCH", "DELETE"], name).toContain(method);
      expect(path, name).toMatch(/^\//);
    }
    expect(endpoints.map(({ name }) => name).toSorted()).toEqual(Object.keys(inputs).toSorted());
  });

  test.each(endpoints)(
    "$name ($role) answers those whom its role lets in, and nobody else",
    async (endpoint) => {
      const answers: Partial<Record<Who, number>> = {};
      const bodies: Partial<Record<Who, string>> = {};
      for (const who of everyone) {
        const response = await callEndpoint(endpoint, await inputOf(endpoint, here), keys[who]);
        bodies[who] = await response.text();
        answers[who] = response.ok ? 200 : response.status;
      }
      const wanted = endpoint.role ? expected[endpoint.role] : {};
      const all = Object.fromEntries(everyone.map((who) => [who, wanted[who] ?? 200]));
      expect(answers, JSON.stringify(bodies).slice(0, 2000)).toEqual(all);
      for (const who of everyone.filter((one) => answers[one] === 404)) {
        const nowhere = { ...(await inputOf(endpoint, here)), project: "no-such-project" };
        expect(bodies[who]).toBe(await (await callEndpoint(endpoint, nowhere, keys[who])).text());
      }
    },
  );
});

describe("a project's wall", () => {
  const rowFields = [
    "candidate",
    "subdomain",
    "edit",
    "run",
    "problem",
    "path",
    "pair",
    "dataset",
    "upload",
    "model",
    "models",
    "call",
    "selection",
    "scorer",
    "queue",
    "unit",
  ];
  const ofProjects = endpoints.filter(({ path }) => path.startsWith("/projects/{project}"));

  test.each(ofProjects)("lets no row through $name", async (endpoint) => {
    for (const who of ["lead", "owner"] as const) {
      const values = { ...(await inputOf(endpoint, there)), project: here.slug };
      const response = await callEndpoint(endpoint, values, keys[who]);
      // Rows go by number; files and rules name models and scorers by their names.
      const named = new Map<string, unknown>(Object.entries(values));
      const isRow = (value: unknown) => typeof value === "number" || Array.isArray(value);
      if (rowFields.some((name) => isRow(named.get(name)))) expect(response.status).toBe(404);
      else expect(response.ok).toBe(true);
      expect(await response.text()).not.toContain(MARKS.there);
    }
  });

  test("is the same for lists of projects", async () => {
    const list = endpoints.find(({ name }) => name === "projects.list");
    const text = list ? await (await callEndpoint(list, {}, keys.lead)).text() : "";
    expect(text).toContain(MARKS.here);
    expect(text).not.toContain(MARKS.there);
  });

  test("would be noticed by its marks: each project's own lists show them", async () => {
    for (const name of [
      "problems.list",
      "paths.list",
      "pairs.list",
      "datasets.list",
      "runs.list",
      "review.next",
      "candidates.list",
      "bin.list",
      "bulk.list",
      "history.list",
    ]) {
      const endpoint = ofProjects.find((one) => one.name === name);
      const text = endpoint
        ? await (await callEndpoint(endpoint, await inputOf(endpoint, there), keys["lead elsewhere"])).text()
        : "";
      expect(text, name).toContain(MARKS.there);
    }
  });
});

test("nobody can sign up by themselves, an account comes by invitation alone", async () => {
  const email = address();
  const request = new Request(`${ORIGIN}${SIGN_IN_PATH}/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: ORIGIN },
    body: JSON.stringify({ name: "Intruder", email, password: "a long password" }),
  });
  const response = await callRoute("/[...path]", request, { path: ["auth", "sign-up", "email"] });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "EMAIL_PASSWORD_SIGN_UP_DISABLED" });
  expect(await sql()`SELECT FROM "user" WHERE email = ${email}`).toHaveLength(0);
});
