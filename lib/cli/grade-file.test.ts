import { execFile } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { hasSympy, standIn } from "#lib/python/testing/nemo-sandbox.ts";
import { asJsonLines, jsonLines, lemma, newFile, runLemma, startLemma } from "./testing/lemma-command.ts";

const grade = (...words: string[]) => ["grade", "--no-sympy", ...words];
const literally = (text: string) => ({ equal: true, method: "literal", reason: `both are ${text}` });

describe("lemma grade", () => {
  test("writes a verdict for each pair of a file, bare answers and whole solutions alike", async () => {
    const file = newFile(
      "pairs.jsonl",
      asJsonLines([
        { id: 1, gold: "\\frac{1}{2}", pred: "0.5" },
        { gold: 18, pred: "She has 16 + 2 = 18 eggs.\n#### 18", more: [1] },
        { gold: "She sells 9.\n#### 9", pred: "Therefore the final answer is $\\boxed{8}$." },
        { gold: true, pred: "Yes" },
        { gold: "3", pred: "```python\nprint(1 + 2)\n```\n```output\n3\n```" },
        { gold: "x", pred: "y" },
      ]),
    );
    const { code, stdout, stderr } = await runLemma(grade(file));
    expect(jsonLines(stdout)).toEqual([
      { equal: true, method: "numeric", reason: "0.5 is \\frac{1}{2}" },
      literally("18"),
      { equal: false, method: "numeric", reason: "expected 9, found 8" },
      expect.objectContaining({ equal: true }),
      literally("3"),
      expect.objectContaining({ equal: expect.toSatisfy((equal) => equal !== true) }),
    ]);
    expect(stdout).toMatch(/^\{"equal":true,"method":"numeric","reason":/);
    expect([code, stderr]).toEqual([0, ""]);
  });

  test("a byte order mark, CRLF, blank lines and a last line without its end are no trouble", async () => {
    const lines = [
      '\ufeff{"gold": "1", "pred": "1"}',
      "",
      '{"gold": "2", "pred": "2"}',
      '{"gold": "3", "pred": "3"}',
    ];
    const { code, stdout } = await runLemma(grade(), { input: [lines.join("\r\n")] });
    expect(jsonLines(stdout)).toEqual(["1", "2", "3"].map(literally));
    expect(code).toBe(0);
  });

  test("a bad line keeps its place, is told by its number, and makes the command fail at the end", async () => {
    const input = [
      '{"gold": "1", "pred": "1"}\n\n{"gold": 1\n',
      Uint8Array.of(0xff, 10),
      '{"gold": "2", "pr',
    ];
    const { code, stdout, stderr } = await runLemma(grade(), { input });
    const faults = [
      /^line 3: this isn't a JSON object/,
      /^line 4: This row isn't valid UTF-8/,
      /^line 5: the file ends in the middle of this line/,
    ];
    expect(jsonLines(stdout)).toEqual([
      literally("1"),
      ...faults.map((fault) => ({ equal: null, method: null, reason: expect.stringMatching(fault) })),
    ]);
    expect(stderr.trimEnd().split("\n")).toEqual(faults.map((fault) => expect.stringMatching(fault)));
    expect(code).toBe(1);
  });

  test("of a thousand bad lines, the first twenty are told and the others counted", async () => {
    const { code, stdout, stderr } = await runLemma(grade(), { input: ["{}\n".repeat(1_000)] });
    expect(jsonLines(stdout)).toHaveLength(1_000);
    expect(stderr.trimEnd().split("\n").slice(19)).toEqual([
      'line 20: it has no "gold"',
      "and 980 more lines that can't be read",
    ]);
    expect(code).toBe(1);
  });

  test.each([
    ["/nowhere/pairs.jsonl", "/nowhere/pairs.jsonl can't be read: check its name and rights.\n"],
    ["/", "/ is a folder.\n"],
  ])("what isn't there is said in a sentence: %s", async (file, words) => {
    expect(await runLemma(grade(file))).toEqual({ code: 1, stdout: "", stderr: words });
  });

  test("a hundred thousand lines go through in order, in less memory than they take", async () => {
    const count = 100_000;
    function* input(): Generator<string, void, undefined> {
      const padding = "x".repeat(1_500);
      for (let n = 0; n < count; n += 1)
        yield `{"gold": "${n}", "pred": "So it is ${n + (n % 7 === 0 ? 1 : 0)}.\\n#### ${n + (n % 7 === 0 ? 1 : 0)}", "more": "${padding}"}\n`;
    }
    const env = { NODE_OPTIONS: "--max-old-space-size=64 --max-semi-space-size=4" };
    const { code, stdout } = await runLemma(grade(), { input: input(), env });
    const lines = stdout.split("\n");
    expect(lines.length).toBe(count + 1);
    const wrong = lines
      .slice(0, count)
      .findIndex((line, n) =>
        n % 7 === 0
          ? line !== `{"equal":false,"method":"numeric","reason":"expected ${n}, found ${n + 1}"}`
          : line !== `{"equal":true,"method":"literal","reason":"both are ${n}"}`,
      );
    expect(wrong).toBe(-1);
    expect(code).toBe(0);
  }, 120_000);

  test("who writes a line and waits gets its verdict before writing the next one", async () => {
    const child = startLemma(grade());
    const answers = child.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
    for (const n of [1, 2, 3]) {
      child.stdin.write(`{"gold": "${n}", "pred": "${n}.0"}\n`);
      const { value } = await answers.next();
      expect(jsonLines(String(value))).toEqual([expect.objectContaining({ equal: true })]);
    }
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
  });

  test("ends quietly where its reader has had enough", async () => {
    const file = newFile("pairs.jsonl", '{"gold": "1", "pred": "1"}\n'.repeat(50_000));
    const command = `set -o pipefail; "$0" "$1" grade --no-sympy "$2" | head -1`;
    const { stdout, stderr } = await promisify(execFile)("bash", ["-c", command, ...lemma, file]);
    expect(jsonLines(stdout)).toEqual([literally("1")]);
    expect(stderr).toBe("");
  });
});

describe("lemma grade with SymPy", () => {
  const doubt = asJsonLines([
    { gold: "\\sin(\\arctan x)", pred: "\\frac{x}{\\sqrt{1 + x^2}}" },
    { gold: "2", pred: "2" },
  ]);
  const open = { equal: null, method: null };

  test("leaves a doubt open where it isn't asked, or isn't there to be asked, and says so", async () => {
    const unasked = await runLemma(grade(), { input: [doubt] });
    expect(jsonLines(unasked.stdout)).toEqual([
      { ...open, reason: expect.stringMatching(/can't tell.*SymPy wasn't asked/) },
      literally("2"),
    ]);
    const env = { LEMMA_SANDBOX_URL: "http://127.0.0.1:9" };
    const unreachable = await runLemma(["grade"], { input: [doubt], env });
    expect(jsonLines(unreachable.stdout)).toEqual([
      { ...open, reason: expect.stringMatching(/can't tell.*127\.0\.0\.1:9 can't be asked/) },
      literally("2"),
    ]);
    expect([unasked.code, unreachable.code]).toEqual([0, 0]);
  });

  test.skipIf(!hasSympy)("asks it where the rules are in doubt", async () => {
    const server = await standIn();
    const env = { LEMMA_SANDBOX_URL: server.url };
    const { code, stdout } = await runLemma(["grade"], { input: [doubt], env });
    await server.close();
    expect(jsonLines(stdout)).toEqual([
      { equal: true, method: "symbolic", reason: expect.stringContaining("is \\sin(\\arctan x)") },
      literally("2"),
    ]);
    expect([code, server.asked()]).toEqual([0, 1]);
  });
});
