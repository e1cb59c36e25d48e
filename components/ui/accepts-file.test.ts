import { describe, expect, test } from "vitest";
import { acceptsFile } from "./accepts-file.ts";

describe("acceptsFile", () => {
  test.each([
    ["train.jsonl", "", ".jsonl,.csv", true],
    ["TRAIN.JSONL", "", ".jsonl", true],
    ["train.json", "", ".jsonl", false],
    ["a.png", "image/png", "image/*", true],
    ["a.csv", "text/csv", "image/*, text/csv", true],
    ["a.csv", "text/csv", "text/plain", false],
    ["a.exe", "", undefined, true],
    ["a.exe", "", " , ", true],
    ["a.exe", "", ".csv,", false],
  ])("%s of type %j where %j is accepted: %s", (name, type, accept, expected) => {
    expect(acceptsFile({ name, type }, accept)).toBe(expected);
  });
});
