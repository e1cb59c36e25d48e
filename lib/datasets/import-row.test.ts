import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { textHash } from "#lib/problems/text-hash.ts";
import { importCopyRow, rowKeys } from "./import-row.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("rowKeys", () => {
  const segments = [{ type: "text" as const, content: "2" }];

  it("names a problem by its id and its text", () => {
    expect(rowKeys({ kind: "problem", record: { id: "p1", problem: "1 + 1?" } })).toEqual({
      key: "p1",
      problemKey: null,
      problemHash: sha256("1 + 1?"),
      contentHash: null,
    });
  });

  it("names a path by its id and content, and its problem by what the record gives", () => {
    const byId = rowKeys({ kind: "path", record: { id: "t1", problem_id: "p1", kind: "cot", segments } });
    expect(byId).toMatchObject({ key: "t1", problemKey: "p1", problemHash: null });
    const byText = rowKeys({ kind: "path", record: { problem: "1 + 1?", kind: "cot", segments } });
    expect(byText).toMatchObject({ key: null, problemKey: null, problemHash: textHash("1 + 1?") });
    expect(byText.contentHash).toBe(byId.contentHash);
  });

  it("gives a score the key of the path or the problem that it is of", () => {
    const score = { scorer: "s", kind: "reward", value: 1 } as const;
    expect(rowKeys({ kind: "score", record: { ...score, path_id: "t1" } })).toMatchObject({
      key: "t1",
      problemKey: null,
    });
    expect(rowKeys({ kind: "score", record: { ...score, problem_id: "p1" } })).toMatchObject({
      key: null,
      problemKey: "p1",
    });
  });

  it("gives a pair its problem", () => {
    const pair = { problem: "1 + 1?", chosen: "a", rejected: "b" };
    expect(rowKeys({ kind: "pair", record: pair })).toMatchObject({
      key: null,
      problemHash: sha256("1 + 1?"),
    });
  });
});

it("writes a row of nine columns with the record as JSON at the end", () => {
  const line = importCopyRow(7, 3, 12, { kind: "problem", record: { problem: "a\tb\n\\c" } });
  const columns = line.slice(0, -1).split("\t");
  expect(columns).toHaveLength(9);
  expect(columns.slice(0, 6)).toEqual(["7", "3", "12", "problem", "\\N", "\\N"]);
  // COPY reads each doubled backslash as one, and then it is JSON again.
  expect(JSON.parse((columns[8] ?? "").replaceAll("\\\\", "\\"))).toEqual({ problem: "a\tb\n\\c" });
});
