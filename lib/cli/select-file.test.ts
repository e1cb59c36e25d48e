import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { asJsonLines, jsonLines, newFile, runLemma } from "./testing/lemma-command.ts";

const RECORDS = [
  { id: "p1", problem: "What is 2 + 3?", answer: "5" },
  { problem_id: "p1", text: "2 + 3 = 5. The answer is 5.", model: "a" },
  { problem_id: "p2", text: "It is all of them.", model: "a" },
  { problem_id: "p1", text: "Well, 2 + 3 = 5, so it is 5.", model: "b" },
  { problem_id: "p1", text: "Three more than two: 3 + 2 = 5. It is 5.", model: "b" },
  { problem_id: "p1", text: "2 * 3 = 6. The answer is 6.", model: "c" },
  { id: "p2", problem: "How many?", answer: "7" },
];
const place = (file: string, name: string) => join(dirname(file), name);

describe("lemma select", () => {
  test("keeps each way of reasoning once, in the order of the file and to the byte, though problems are mixed", async () => {
    const file = newFile("paths.jsonl", asJsonLines(RECORDS));
    const dropped = place(file, "dropped.jsonl");
    const { stdout, code } = await runLemma(["select", file, "--dropped", dropped]);
    expect(code).toBe(0);
    expect(stdout).toBe(asJsonLines([RECORDS[1], RECORDS[2], RECORDS[4], RECORDS[5]]));
    expect(jsonLines(readFileSync(dropped, "utf8"))).toEqual([
      {
        line: 4,
        reason: "duplicate",
        detail: "The same reasoning as a path that is preferred to it.",
        distance: expect.any(Number),
        nearest: 2,
        row: RECORDS[3],
      },
    ]);
  });

  test("keeps the k most distant, and of these only correct ones where that is asked for", async () => {
    const file = newFile("paths.jsonl", asJsonLines(RECORDS));
    const one = await runLemma(["select", file, "--k", "1", "--correct"]);
    expect(jsonLines(one.stdout)).toEqual([RECORDS[1]]);
    const none = await runLemma([
      "select",
      newFile("bare.jsonl", asJsonLines(RECORDS.slice(1, 3))),
      "--correct",
    ]);
    expect(none.code).not.toBe(0);
    expect(none.stderr).toContain("no reference answers");
  });

  test("a file that ends in the middle of a line tells the line, and the rest is selected", async () => {
    const whole = asJsonLines(RECORDS);
    const { stdout, stderr, code } = await runLemma([
      "select",
      newFile("cut.jsonl", `${whole}{"problem_id": "p1", "te`),
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain("line 8");
    expect(jsonLines(stdout)).toHaveLength(4);
  });

  test.each([
    [["--k", "0"], "--k"],
    [["--least", "2"], "--least"],
    [["--distance", "miles"], "--distance"],
  ])("%j is refused in words", async (words, named) => {
    const { stdout, stderr, code } = await runLemma([
      "select",
      newFile("paths.jsonl", asJsonLines(RECORDS)),
      ...words,
    ]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(named);
    expect(stdout).toBe("");
  });
});
