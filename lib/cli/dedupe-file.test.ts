import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { MEASURES } from "#lib/similarity/measure.ts";
import { similarity } from "#lib/similarity/similarity.ts";
import { asJsonLines, jsonLines, lemma, newFile, runLemma, startLemma } from "./testing/lemma-command.ts";

const PROBLEMS = [
  "Tom has 3 apples and buys 4 more. How many apples has he now?",
  "What is the sum of the first ten primes?",
  "Ann has 3 apples and buys 4 more. How many apples has she now?",
  "Find x if 2x + 3 = 7.",
  "What is the sum of the first ten prime numbers?",
  "Tom has 3 pears and buys 4 more. How many pears has he now?",
  "Find y if 2y + 3 = 7.",
  "What is the sum of the first ten primes?",
];
const rows = PROBLEMS.map((problem, at) => ({ id: at, problem, more: [at] }));
const dedupe = (...words: string[]) => ["dedupe", ...words];

/** What the command promises, by comparing with every kept row. */
function expectedOf(measure: (typeof MEASURES)[number], threshold: number) {
  const kept: number[] = [];
  const dropped: { line: number; score: number; nearest: { line: number; text: string }; row: unknown }[] =
    [];
  for (const [at, problem] of PROBLEMS.entries()) {
    const scores = kept.map((other) => ({
      other,
      score: similarity(measure, problem, PROBLEMS[other] ?? ""),
    }));
    const [best] = scores.toSorted((a, b) => b.score - a.score);
    if (best === undefined || best.score < threshold) kept.push(at);
    else {
      const nearest = { line: best.other + 1, text: PROBLEMS[best.other] ?? "" };
      dropped.push({ line: at + 1, score: best.score, nearest, row: rows[at] });
    }
  }
  return { kept: kept.map((at) => rows[at]), dropped };
}

describe("lemma dedupe", () => {
  test.each(MEASURES)(
    "keeps by %s what no earlier kept row is like, and tells what it dropped and why",
    async (measure) => {
      const file = newFile("problems.jsonl", asJsonLines(rows));
      const out = join(dirname(file), "dropped.jsonl");
      const words = dedupe(
        file,
        "--field",
        "problem",
        "--measure",
        measure,
        "--threshold",
        "0.6",
        "--dropped",
        out,
      );
      const { code, stdout, stderr } = await runLemma(words);
      const expected = expectedOf(measure, 0.6);
      expect(stdout).toBe(asJsonLines(expected.kept));
      expect(readFileSync(out, "utf8")).toBe(asJsonLines(expected.dropped));
      expect(expected.dropped.length).toBeGreaterThan(1);
      expect([code, stderr]).toEqual([0, ""]);
    },
  );

  test("compares the field problem by ROUGE-L at 0.7 where nothing else is said", async () => {
    const { stdout } = await runLemma(dedupe(), { input: [asJsonLines(rows)] });
    expect(stdout).toBe(asJsonLines(expectedOf("rouge-l", 0.7).kept));
  });

  test("kept rows are written to the byte: spaces, escapes, numbers, CRLF and a last line without an end", async () => {
    const kept = [
      '  {"q":"caf\\u00e9 one",   "n": 1.50e0}\r\n',
      '{"q": "zwei 🍎", "q2": "two"}\n',
      '{"q": "three and more", "n": 12345678901234567890}',
    ];
    const [first = "", second = "", third = ""] = kept;
    const input = [`\ufeff${first}`, "\r\n", second, " \n", '{"q": "CAFÉ, one!"}\n', third];
    const out = join(dirname(newFile("x", "")), "dropped.jsonl");
    const { code, stdout } = await runLemma(dedupe("-", "--field", "q", "--dropped", out), { input });
    expect(stdout).toBe(kept.join(""));
    expect(readFileSync(out, "utf8")).toBe(
      '{"line":5,"score":1,"nearest":{"line":1,"text":"café one"},"row":{"q": "CAFÉ, one!"}}\n',
    );
    expect(code).toBe(0);
  });

  test("a threshold that is reached exactly drops", async () => {
    const input = [asJsonLines([{ problem: "a b c d e f g h i j" }, { problem: "a b c d e f g x y z" }])];
    expect(jsonLines((await runLemma(dedupe("--threshold", "0.7"), { input })).stdout)).toHaveLength(1);
    expect(jsonLines((await runLemma(dedupe("--threshold", "0.70001"), { input })).stdout)).toHaveLength(2);
  });

  test("with --stem, forms of a word are one word", async () => {
    const input = [asJsonLines([{ problem: "counting apples" }, { problem: "counts apple" }])];
    expect(jsonLines((await runLemma(dedupe(), { input })).stdout)).toHaveLength(2);
    expect(jsonLines((await runLemma(dedupe("--stem"), { input })).stdout)).toHaveLength(1);
  });

  test("a line that can't be compared is on neither side, told by its number, and makes the command fail at the end", async () => {
    const input = [
      '{"problem": "one"}\nnonsense\n{"question": "two"}\n{"problem": null}\n',
      Uint8Array.of(0xff, 10),
      '{"problem": "ten"}\n{"problem": "cu',
    ];
    const out = join(dirname(newFile("x", "")), "dropped.jsonl");
    const { code, stdout, stderr } = await runLemma(dedupe("--dropped", out), { input });
    expect(stdout).toBe('{"problem": "one"}\n{"problem": "ten"}\n');
    expect(readFileSync(out, "utf8")).toBe("");
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^line 2: This isn't JSON/),
      expect.stringMatching(/^line 3: it has no "problem", but "question"/),
      expect.stringMatching(/^line 4: "problem" is no text/),
      expect.stringMatching(/^line 5: This row isn't valid UTF-8/),
      expect.stringMatching(/^line 7: The file ends in the middle/),
    ]);
    expect(code).toBe(1);
  });

  test.each([
    [["/nowhere/rows.jsonl"], "/nowhere/rows.jsonl can't be read: check its name and rights.\n"],
    [["--threshold", "0"], "--threshold must be a score above 0 and at most 1, such as 0.7.\n"],
    [["--threshold", "1.1"], "--threshold must be a score above 0 and at most 1, such as 0.7.\n"],
    [["--threshold", "many"], "--threshold must be a score above 0 and at most 1, such as 0.7.\n"],
    [
      ["--stem", "--measure", "jaccard-chars"],
      "--stem is for measures of words: jaccard-chars compares characters.\n",
    ],
  ])("what can't be done is said in a sentence: %j", async (words, said) => {
    expect(await runLemma(dedupe(...words))).toEqual({ code: 1, stdout: "", stderr: said });
  });

  test("never overwrites the file that it reads, by whatever name", async () => {
    const file = newFile("problems.jsonl", asJsonLines(rows));
    const link = join(dirname(file), "link.jsonl");
    symlinkSync(file, link);
    const { code, stderr } = await runLemma(dedupe(file, "--dropped", link));
    expect([code, stderr]).toEqual([1, `--dropped would overwrite ${file} itself: name another file.\n`]);
    expect(readFileSync(file, "utf8")).toBe(asJsonLines(rows));
  });

  test("a place for dropped rows that can't be written is said before anything is", async () => {
    const file = newFile("problems.jsonl", asJsonLines(rows));
    const { code, stdout, stderr } = await runLemma(dedupe(file, "--dropped", "/nowhere/dropped.jsonl"));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^\/nowhere\/dropped\.jsonl can't be written: .*\n$/);
  });

  test("who writes a line and waits gets it back before writing the next one", async () => {
    const child = startLemma(dedupe());
    const answers = child.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
    for (const problem of ["one apple", "two pears", "three plums"]) {
      child.stdin.write(asJsonLines([{ problem }]));
      const { value } = await answers.next();
      expect(jsonLines(String(value))).toEqual([{ problem }]);
    }
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
  });

  test("ends quietly where its reader has had enough", async () => {
    const file = newFile("rows.jsonl", "");
    const many = Array.from({ length: 20_000 }, (_, n) => ({ problem: `w${n} v${n} u${n}` }));
    writeFileSync(file, asJsonLines(many));
    const command = `set -o pipefail; "$0" "$1" dedupe "$2" | head -1`;
    const { stdout, stderr } = await promisify(execFile)("bash", ["-c", command, ...lemma, file]);
    expect([jsonLines(stdout), stderr]).toEqual([[many[0]], ""]);
  });

  test("twenty thousand rows go through in little memory", async () => {
    const words = (n: number) =>
      Array.from({ length: 40 }, (_, at) => `w${(n * 31 + at * at) % 5_003}`).join(" ");
    function* input(): Generator<string, void, undefined> {
      for (let n = 0; n < 20_000; n += 1)
        yield `${JSON.stringify({ problem: words(n), more: "x".repeat(2_000) })}\n`;
    }
    const env = { NODE_OPTIONS: "--max-old-space-size=64 --max-semi-space-size=4" };
    const { code, stdout } = await runLemma(dedupe("--measure", "jaccard-words"), { input: input(), env });
    const kept = stdout.split("\n").length - 1;
    expect(kept).toBeGreaterThan(1_000);
    expect(kept).toBeLessThan(20_000);
    expect(code).toBe(0);
  }, 60_000);
});
