import { expect, test } from "vitest";
import { connectionSentence, explained } from "./connection.ts";

const url = "postgres://ada:s3cret-word@db.example.org:5433/lemma";

test.each([
  ["ECONNREFUSED", "db.example.org:5433"],
  ["ENOTFOUND", "db.example.org"],
  ["28P01", "ada"],
  ["3D000", "lemma"],
  ["53300", "max_connections"],
  ["57P03", "try again"],
])("a connection that fails with %s is explained", (code, word) => {
  expect(connectionSentence(code, url)).toContain(word);
});

test("no sentence shows the password", () => {
  for (const code of ["ECONNREFUSED", "ENOTFOUND", "28P01", "3D000", "53300", "57P03", "ECONNRESET"]) {
    expect(connectionSentence(code, url)).not.toContain("s3cret-word");
  }
});

test("a failure of another kind passes as it is", () => {
  const error = Object.assign(new Error("syntax error"), { code: "42601" });
  expect(explained(error, url)).toBe(error);
});
