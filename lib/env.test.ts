import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { databaseUrl, env, secret } from "./env.ts";

const newHome = () => join(mkdtempSync(join(tmpdir(), "lemma-env-")), "home");

test("with nothing set, the studio is on this machine alone and keeps its files in the checkout", () => {
  expect(env({})).toEqual({
    databaseUrl: undefined,
    home: resolve(".lemma"),
    port: 3000,
    host: "127.0.0.1",
    url: "http://127.0.0.1:3000",
    sandboxUrl: undefined,
  });
});

test("a variable that is set to nothing counts as not set", () => {
  expect(
    env({ DATABASE_URL: "", PORT: "", HOST: "", LEMMA_URL: "", LEMMA_HOME: "", LEMMA_SANDBOX_URL: "" }),
  ).toEqual(env({}));
});

test("the public address follows host and port where none is given", () => {
  expect(env({ HOST: "0.0.0.0", PORT: "80" }).url).toBe("http://127.0.0.1:80");
  expect(env({ HOST: "studio.local", PORT: "4000" }).url).toBe("http://studio.local:4000");
  expect(env({ HOST: "fd00::1" }).url).toBe("http://[fd00::1]:3000");
  expect(env({ LEMMA_URL: "https://lemma.example.org/" }).url).toBe("https://lemma.example.org");
});

test("the address of a sandbox is kept as it is given, a path in front of its own included", () => {
  expect(env({ LEMMA_SANDBOX_URL: "http://gpu-7:6000" }).sandboxUrl).toBe("http://gpu-7:6000");
  expect(env({ LEMMA_SANDBOX_URL: "https://x.org/py/" }).sandboxUrl).toBe("https://x.org/py/");
});

test.each([
  ["LEMMA_SANDBOX_URL", "gpu-7:6000"],
  ["LEMMA_SANDBOX_URL", "file:///srv/sandbox"],
  ["LEMMA_SANDBOX_URL", "http://gpu-7:6000/?key=1"],
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "http"],
  ["DATABASE_URL", "mysql://localhost/lemma"],
  ["LEMMA_URL", "lemma.example.org"],
  ["LEMMA_URL", "https://example.org/lemma"],
  ["HOST", "a b"],
])("%s=%s is refused by a message that names the variable", (name, value) => {
  expect(() => env({ [name]: value })).toThrow(new RegExp(`^${name} must be`));
});

test("without DATABASE_URL, asking for the database says what brings one", () => {
  const before = process.env["DATABASE_URL"];
  delete process.env["DATABASE_URL"];
  try {
    expect(databaseUrl).toThrow(/^DATABASE_URL is not set/);
  } finally {
    if (before !== undefined) process.env["DATABASE_URL"] = before;
  }
});

test("the secret is made once, kept for its owner alone, and different in another home", () => {
  const home = newHome();
  const made = secret({ LEMMA_HOME: home });
  expect(made.length).toBeGreaterThanOrEqual(32);
  expect(secret({ LEMMA_HOME: home })).toBe(made);
  expect(statSync(join(home, "secret")).mode & 0o777).toBe(0o600);
  expect(secret({ LEMMA_HOME: newHome() })).not.toBe(made);
});

test("a secret from the environment is used as it is, unless it is short", () => {
  expect(secret({ LEMMA_SECRET: "s".repeat(32) })).toBe("s".repeat(32));
  expect(() => secret({ LEMMA_SECRET: "s".repeat(31) })).toThrow(/LEMMA_SECRET must have at least 32/);
});
