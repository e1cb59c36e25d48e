import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MIXED_SNAPPY } from "#lib/formats/testing/parquet-files.ts";
import { hasPython, type StandIn, standIn } from "#lib/python/testing/nemo-sandbox.ts";
import { asJsonLines, jsonLines, lemma, newFile, runLemma } from "./testing/lemma-command.ts";

const fenced = (code: string, output?: string) =>
  `\`\`\`python\n${code}\n\`\`\`\n${output === undefined ? "" : `\`\`\`output\n${output}\n\`\`\`\n`}`;

const problem = (n: number) => ({ id: `p${n}`, problem: `What is ${n} + ${n}?`, answer: String(2 * n) });

describe("lemma verify, without code to run", () => {
  const verify = (text: string, ...words: string[]) =>
    runLemma(["verify", newFile("paths.jsonl", text), ...words], {
      env: { LEMMA_SANDBOX_URL: "http://127.0.0.1:9" },
    });
  const unrun = { output: null, milliseconds: null };

  test("a file with several models a row gives a line for each, with the model's name", async () => {
    const answer = (solution: string, is_correct: boolean) => ({ solution, is_correct });
    const rows = [3, 4].map((n) => ({
      question: problem(n).problem,
      ground_truth: `${n} + ${n} = ${2 * n}.\nA: ${2 * n}`,
      small: answer(`${n} + ${n} = ${2 * n + 1}.\nA: ${2 * n + 1}`, false),
      large: answer(`${n} + ${n} = ${2 * n}.\nA: ${2 * n}`, true),
    }));
    const { code, stdout, stderr } = await verify(asJsonLines(rows));
    const line = (at: number, model: string) => ({ line: at, model, kind: "cot", ...unrun });
    const wrong = (n: number) => ({
      verdict: "incorrect",
      method: "numeric",
      reason: expect.stringMatching(`^expected ${2 * n}, found ${2 * n + 1}; wrong step: .*${2 * n}`),
      answer: String(2 * n + 1),
    });
    const right = (n: number) => ({
      verdict: "correct",
      method: "literal",
      reason: `both are ${2 * n}`,
      answer: String(2 * n),
    });
    expect(jsonLines(stdout)).toEqual([
      { ...line(1, "small"), ...wrong(3) },
      { ...line(1, "large"), ...right(3) },
      { ...line(2, "small"), ...wrong(4) },
      { ...line(2, "large"), ...right(4) },
    ]);
    expect(Object.keys(jsonLines(stdout)[0] ?? {})).toEqual(
      "line model kind verdict method reason answer output milliseconds".split(" "),
    );
    expect([code, stderr]).toEqual([0, ""]);
  });

  test("in Lemma's own records, a path's problem may stand before or after it, named by id or text", async () => {
    const rows = [
      { problem_id: "p2", text: "It is 4." },
      problem(1),
      { problem: problem(1).problem, text: "It is 3.", model: "m" },
      { path_id: "x", scorer: "s", kind: "reward", value: 1 },
      problem(2),
      { problem: "Who knows?", text: "It is 4." },
    ];
    const { stdout } = await verify(asJsonLines(rows), "--model", "somebody");
    expect(jsonLines(stdout)).toEqual([
      expect.objectContaining({ line: 1, model: "somebody", verdict: "correct" }),
      expect.objectContaining({ line: 3, model: "m", verdict: "incorrect" }),
      expect.objectContaining({ line: 6, model: "somebody", verdict: "unverifiable", answer: "4" }),
    ]);
  });

  test("answers that a file lacks come from another one, by the problem's text", async () => {
    const problems = newFile(
      "problems.csv",
      "question,answer\nWhat is 5 + 5?,####10\nWhat is 6 + 6?,####12\n",
    );
    const rows = [5, 6].map((n) => ({
      prompt: problem(n).problem,
      chosen: `It is ${2 * n}.`,
      rejected: `It is ${n}.`,
    }));
    const { code, stdout } = await verify(asJsonLines(rows), "--problems", problems);
    expect(jsonLines(stdout)).toEqual(
      ["correct", "incorrect", "correct", "incorrect"].map((verdict, at) =>
        expect.objectContaining({ line: Math.floor(at / 2) + 1, model: null, verdict }),
      ),
    );
    expect(code).toBe(0);
  });

  test("a Parquet file is read as well as text", async () => {
    const file = newFile("paths.parquet", Buffer.from(MIXED_SNAPPY, "base64"));
    const { code, stdout } = await runLemma(["verify", file]);
    expect(jsonLines(stdout)).toEqual([
      expect.objectContaining({ line: 1, verdict: "correct", answer: "5" }),
      expect.objectContaining({ line: 2, verdict: "correct", answer: "6" }),
      expect.objectContaining({ line: 3, verdict: null, reason: expect.stringMatching(/^line 3: question/) }),
    ]);
    expect(code).toBe(1);
  });

  test("a bad line keeps its place and makes the command fail at the end", async () => {
    const text = `${asJsonLines([problem(1), { problem_id: "p1", text: "It is 2." }])}{"problem_id": "p1",\n${asJsonLines(
      [
        { problem_id: "p1", text: "It is 2.", kind: "poem" },
        { problem_id: "p1", text: "It is 3." },
      ],
    )}`;
    const { code, stdout, stderr } = await verify(text);
    const fault = (line: number, reason: RegExp) => ({
      ...{ line, model: null, kind: null, verdict: null, method: null, answer: null, ...unrun },
      reason: expect.stringMatching(reason),
    });
    expect(jsonLines(stdout)).toEqual([
      expect.objectContaining({ line: 2, verdict: "correct" }),
      fault(3, /^line 3: This isn't JSON/),
      fault(4, /^line 4: kind: Give the kind/),
      expect.objectContaining({ line: 5, verdict: "incorrect" }),
    ]);
    expect(stderr).toMatch(/^line 3: .*\nline 4: .*\n$/);
    expect(code).toBe(1);
  });

  test("a path that the model's limit cut off has no final answer", async () => {
    const cut = { problem: "p", text: "First, 2 + 2 = 4", meta: { finish_reason: "length" } };
    expect(jsonLines((await verify(asJsonLines([cut]))).stdout)).toEqual([
      expect.objectContaining({ verdict: "error", reason: expect.stringContaining("cut off") }),
    ]);
  });

  test("where programs can't be run, that is said on their lines and at the end, and the command fails", async () => {
    const rows = [problem(1), { problem_id: "p1", text: `${fenced("print(2)", "2")}It is 2.` }];
    const { code, stdout, stderr } = await verify(asJsonLines(rows));
    expect(jsonLines(stdout)).toEqual([
      expect.objectContaining({
        verdict: "correct",
        reason: expect.stringMatching(/^both are 2; its program wasn't run: .*127\.0\.0\.1:9/),
        ...unrun,
      }),
    ]);
    expect(stderr).toMatch(/^Not all could be verified: .*127\.0\.0\.1:9/);
    expect(code).toBe(1);
  });

  test.each([
    ["not a word of JSON", /none of the shapes|neither JSONL, CSV nor Parquet/],
    ['{"a": 1}\n', /its first rows have none of the shapes that Lemma knows: .*GSM8K/],
    ['{"a": 1\n', /no row can be read. Line 1: /],
    ["", /is empty/],
  ])("a file that holds %j is refused in a sentence", async (text, words) => {
    const { code, stdout, stderr } = await verify(text);
    expect(stderr).toMatch(words);
    expect([code, stdout]).toEqual([1, ""]);
  });

  test.each(["0", "-1", "601", "soon"])("--timeout %s is refused", async (timeout) => {
    const { code, stderr } = await verify(asJsonLines([problem(1)]), "--timeout", timeout);
    expect([code, stderr]).toEqual([1, "--timeout must be seconds, at most 600.\n"]);
  });

  test("ends quietly where its reader has had enough", async () => {
    const rows = Array.from({ length: 20_000 }, () => ({ problem: "p", text: "It is 4." }));
    const command = `set -o pipefail; "$0" "$1" verify "$2" | head -1`;
    const file = newFile("paths.jsonl", asJsonLines(rows));
    const { stdout, stderr } = await promisify(execFile)("bash", ["-c", command, ...lemma, file]);
    expect(jsonLines(stdout)).toEqual([expect.objectContaining({ line: 1, answer: "4" })]);
    expect(stderr).toBe("");
  });
});

describe.skipIf(!hasPython)("lemma verify, with code to run", () => {
  let server: StandIn;
  beforeAll(async () => {
    server = await standIn();
  });
  afterAll(() => server.close());
  const verify = (rows: readonly unknown[], ...words: string[]) =>
    runLemma(["verify", newFile("paths.jsonl", asJsonLines(rows)), ...words], {
      env: { LEMMA_SANDBOX_URL: server.url },
    });

  test("runs each trajectory of a row, and says what came of it", async () => {
    const row = {
      question: "What is 6 times 7?",
      gt: "42",
      code: [
        `${fenced("print(6 * 7)", "42")}The answer is $\\boxed{42}$.`,
        fenced("def solution():\n    return 6 * 8"),
        `${fenced("print(6 * 7)", "41")}The answer is $\\boxed{41}$.`,
        `First\n${fenced("x = 6")}and then\n${fenced("print(x * y)")}`,
      ],
    };
    const { code, stdout } = await verify([row]);
    const line = (given: object) => expect.objectContaining({ line: 1, model: "tora-70b", ...given });
    expect(jsonLines(stdout)).toEqual([
      line({ kind: "pot", verdict: "correct", answer: "42", output: "42\n", reason: "both are 42" }),
      line({ verdict: "incorrect", method: "executed", answer: "48", output: "48\n" }),
      line({ verdict: "incorrect", answer: "41", reason: expect.stringContaining("another output than") }),
      line({ kind: "mixed", verdict: "error", reason: expect.stringContaining("NameError"), answer: null }),
    ]);
    for (const found of jsonLines(stdout)) expect(found).toMatchObject({ milliseconds: expect.any(Number) });
    expect(code).toBe(0);
  });

  test("many programs at a time, of different lengths, come out in the order of the file", async () => {
    const rows = Array.from({ length: 48 }, (_, n) => ({
      problem: `What is ${n}?`,
      text: fenced(`import time\ntime.sleep(${n % 5 === 0 ? 0.5 : 0})\nprint(${n})`),
    }));
    const { stdout } = await verify(rows);
    expect(jsonLines(stdout)).toEqual(
      rows.map((_, n) => expect.objectContaining({ line: n + 1, answer: String(n), output: `${n}\n` })),
    );
    expect(server.most()).toBe(8);
  });

  test("a program that never ends is stopped after --timeout, and says nothing of the others", async () => {
    const rows = ["while True: pass", "print(1)"].map((code) => ({ problem: "p", text: fenced(code) }));
    const { code, stdout } = await verify(rows, "--timeout", "3");
    expect(jsonLines(stdout)).toEqual([
      expect.objectContaining({ verdict: "error", reason: expect.stringContaining("stopped after 3 s") }),
      expect.objectContaining({ answer: "1", output: "1\n" }),
    ]);
    expect(code).toBe(0);
  });
});

test("with nothing set, programs run in the embedded sandbox", async () => {
  const rows = [
    { problem: "p", text: fenced("from fractions import Fraction\nprint(Fraction(1, 3) + Fraction(1, 6))") },
    { problem: "p", text: fenced("x = 20") + fenced("x + 1 / 0") },
    { problem: "p", text: fenced("print(open('/etc/passwd').read())") },
  ];
  const { code, stdout } = await runLemma(["verify", newFile("paths.jsonl", asJsonLines(rows))], {
    env: { LEMMA_SANDBOX_URL: "" },
  });
  expect(jsonLines(stdout)).toEqual([
    expect.objectContaining({ line: 1, answer: "1/2", output: "1/2\n" }),
    expect.objectContaining({ verdict: "error", reason: expect.stringContaining("ZeroDivisionError") }),
    expect.objectContaining({ verdict: "error", output: "", reason: expect.stringContaining("/etc/passwd") }),
  ]);
  expect(code).toBe(0);
}, 120_000);
