import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { suggestion } from "../contract.ts";
import { suggestSubdomains } from "./suggest.ts";

testDatabase();

let scope: ProjectScope;

beforeEach(async () => {
  scope = (await emptyProject()).as("curator");
});

const WORDS = {
  Geometry: ["triangle", "circle", "angle", "radius", "perpendicular"],
  Numbers: ["prime", "divisor", "remainder", "digit", "integer"],
};

async function label(subdomain: string, words: readonly string[], count: number): Promise<void> {
  await sql()`INSERT INTO subdomain (project_id, name) VALUES (${scope.projectId}, ${subdomain}) ON CONFLICT DO NOTHING`;
  await sql()`INSERT INTO problem (project_id, key, text, text_hash, subdomain_id)
    SELECT ${scope.projectId}, gen_random_uuid(), 'Find the ' || (${[...words]}::text[])[1 + n % 5] || ' of the '
      || (${[...words]}::text[])[1 + (n * 2 + 1) % 5] || ' number ' || n, gen_random_uuid(),
      (SELECT id FROM subdomain WHERE project_id = ${scope.projectId} AND name = ${subdomain})
    FROM generate_series(1, ${count}) AS n`;
}

const best = async (text: string) => (await suggestSubdomains(scope, text)).subdomains[0]?.subdomain;

describe("a suggestion", () => {
  test("comes from the project's own labels, with what it learnt from and how often it is right", async () => {
    await label("Geometry", WORDS.Geometry, 20);
    await label("Numbers", WORDS.Numbers, 20);
    const found = await suggestSubdomains(scope, "What is the radius of that circle?");
    expect(suggestion.parse(found)).toEqual(found);
    expect(found.subdomains.map(({ subdomain }) => subdomain)).toEqual(["Geometry", "Numbers"]);
    expect(found.subdomains[0]?.confidence).toBeGreaterThan(0.7);
    expect(found.trainedOn).toBe(40);
    expect(found.accuracy).toBeGreaterThan(0.9);
  });

  test("says nothing where labels are few, and learns as soon as there are enough", async () => {
    await label("Geometry", WORDS.Geometry, 20);
    await label("Numbers", WORDS.Numbers, 4);
    expect(await suggestSubdomains(scope, "the radius")).toEqual({
      subdomains: [],
      trainedOn: 0,
      accuracy: null,
    });
    await label("Numbers", WORDS.Numbers, 1);
    await expect.poll(() => best("the radius of a circle"), { timeout: 10_000 }).toBe("Geometry");
  });

  test("follows when labels change, and calls a renamed sub-domain by its new name at once", async () => {
    await label("Geometry", WORDS.Geometry, 20);
    await label("Numbers", WORDS.Numbers, 20);
    expect(await best("the prime divisor")).toBe("Numbers");
    await sql()`UPDATE subdomain SET name = 'Number theory' WHERE project_id = ${scope.projectId} AND name = 'Numbers'`;
    expect(await best("the prime divisor")).toBe("Number theory");
    await label("Chance", ["dice", "coin", "probability", "cards", "urn"], 20);
    await expect.poll(() => best("the probability of a coin"), { timeout: 10_000 }).toBe("Chance");
  });

  test("knows nothing of other projects' labels", async () => {
    await label("Geometry", WORDS.Geometry, 20);
    await label("Numbers", WORDS.Numbers, 20);
    const other = (await emptyProject()).as("curator");
    expect((await suggestSubdomains(other, "the radius of a circle")).subdomains).toEqual([]);
  });

  test("asked for by many at once is learnt once, and all get the same", async () => {
    await label("Geometry", WORDS.Geometry, 10);
    await label("Numbers", WORDS.Numbers, 10);
    const all = await Promise.all(Array.from({ length: 8 }, () => suggestSubdomains(scope, "the radius")));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});
