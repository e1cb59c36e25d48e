import fc from "fast-check";
import { isBareProgram } from "../bare-program.ts";
import type { JsonValue } from "../json-value.ts";
import type { RecordKind, RecordOf } from "../parse-record.ts";
import type { Segment } from "../segments.ts";

/** Texts that a database can hold, with line breaks, backticks, tags and symbols beyond the basic plane. */
export const plainText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom("\n", "`", "```", "<", "\r", "\t", "𝒙"),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join("").replaceAll("\0", ""))
  .filter((text) => text.isWellFormed());
export const filledText = plainText.filter((text) => text.trim() !== "");
const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== "");

/** Lines that the segmenter reads in some special way, and plain ones. */
export const traceLine = fc.oneof(
  fc.constantFrom(
    "```python",
    "```",
    "```py",
    "```output",
    "```json",
    "````",
    "`````python",
    "  ```python",
    "   ```",
    "<llm-code>",
    "</llm-code>",
    "<llm-code-output>",
    "</llm-code-output>",
    "say <llm-code>x = 1</llm-code> then",
    "```a <llm-code> `b`",
    "def f():",
    "    return 1",
    "import math",
    "print(1)",
    "x = 1",
    "",
    "   ",
    "So the sum is 5.",
    "\r",
  ),
  fc.string({ maxLength: 12 }),
);
export const traceText = fc.array(traceLine, { maxLength: 14 }).map((lines) => lines.join("\n"));

const proseLine = fc.string({ maxLength: 20 }).filter((line) => !/[`<\n\r]/.test(line));
const prose = fc
  .array(proseLine, { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join("\n"))
  .filter((text) => text.trim() !== "");
const block = fc.record<Segment>({ type: fc.constantFrom("code", "output"), content: traceText });

/** Segments as `segmentText` gives them: no blank text, no two texts side by side, no lone program as text. */
export const canonicalSegments: fc.Arbitrary<Segment[]> = fc
  .array(
    fc.oneof(
      prose.map((content): Segment => ({ type: "text", content })),
      block,
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((segments) => segments.filter((s, i) => s.type !== "text" || segments[i - 1]?.type !== "text"))
  .filter(([only, ...others]) => only?.type !== "text" || others.length > 0 || !isBareProgram(only.content));

const filledSegments = canonicalSegments.filter((segments) => segments.some((s) => s.content.trim() !== ""));

/** JSON as it comes back from a file: no negative zero, no key that a record can't keep. */
const json: fc.Arbitrary<JsonValue> = fc
  .jsonValue({ maxDepth: 4 })
  .map((value): JsonValue => JSON.parse(JSON.stringify(value).replaceAll("\\u0000", "")))
  .filter((value) => !JSON.stringify(value).includes("__proto__"));
const meta = fc.dictionary(
  name.filter((key) => key !== "__proto__"),
  json,
  { minKeys: 1, maxKeys: 4, noNullPrototype: true },
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

const optional: { requiredKeys: [] } = { requiredKeys: [] };

function withAll<A extends object, B extends object>(required: fc.Arbitrary<A>, rest: fc.Arbitrary<B>) {
  return fc.tuple(required, rest).map(([a, b]) => ({ ...a, ...b }));
}

const problem = withAll(
  fc.record({ problem: filledText }),
  fc.record(
    {
      id: name,
      answer: filledText,
      solution: filledText,
      subdomain: name,
      origin: fc.constantFrom("seed" as const, "generated" as const),
      split: fc.constantFrom("train" as const, "test" as const),
      difficulty: name,
      tags: fc.array(name, { maxLength: 3 }),
      parents: fc.array(name, { maxLength: 3 }),
      source: name,
      meta,
    },
    optional,
  ),
);
const path = withAll(
  fc.record({
    problem: filledText,
    kind: fc.constantFrom("cot" as const, "pot" as const, "mixed" as const),
    segments: filledSegments,
  }),
  fc.record(
    {
      id: name,
      problem_id: name,
      model: name,
      temperature: fc.double({ min: 0, max: 2, noNaN: true }).map((value) => value + 0),
      tokens: fc.nat(),
      answer: filledText,
      meta,
    },
    optional,
  ),
);
const score = withAll(
  withAll(
    fc.oneof(fc.record({ path_id: name }), fc.record({ problem_id: name })),
    fc.oneof(
      fc.record({ kind: fc.constant("reward" as const), value: number }),
      fc.record({
        kind: fc.constant("critique" as const),
        value: fc.double({ min: 1, max: 10, noNaN: true }),
      }),
    ),
  ),
  withAll(fc.record({ scorer: name }), fc.record({ rationale: filledText, meta }, optional)),
);
const judgement = withAll(
  fc.record({
    answer: fc.constantFrom("chosen" as const, "rejected" as const, "tie" as const, "skip" as const),
  }),
  fc.record(
    {
      id: name,
      reviewer: name,
      left: fc.constantFrom("chosen" as const, "rejected" as const),
      seconds: fc.nat(),
    },
    optional,
  ),
);
const pair = withAll(
  fc.record({ problem_id: name, chosen: filledText, rejected: filledText }),
  fc.record(
    {
      problem: filledText,
      origin: fc.constantFrom("mined" as const, "imported" as const),
      margin: number,
      judgements: fc.array(judgement, { maxLength: 3 }),
      meta,
    },
    optional,
  ),
).filter((record) => record.chosen !== record.rejected);

/** Records of each kind, as `parseRecord` gives them. */
export const records: { [K in RecordKind]: fc.Arbitrary<RecordOf[K]> } = { problem, path, score, pair };
export const recordKind = fc.constantFrom<RecordKind>("problem", "path", "score", "pair");

/** Any JSON row, often with the keys that shapes look for, so that their insides are reached. */
const KEYS = [
  "question",
  "answer",
  "problem",
  "solution",
  "level",
  "type",
  "code",
  "gt",
  "gt_cot",
  "pred",
  "report",
  "query",
  "response",
  "original_question",
  "instruction",
  "input",
  "output",
  "source",
  "generated_solution",
  "expected_answer",
  "prompt",
  "chosen",
  "rejected",
  "margin",
  "conversations",
  "messages",
  "label",
  "steps",
  "completions",
  "pre_generated_steps",
  "ground_truth",
  "is_correct",
  "role",
  "content",
  "from",
  "value",
  "text",
  "segments",
  "meta",
  "scorer",
  "kind",
  "problem_id",
  "path_id",
  "id",
  "__proto__",
  "constructor",
  "rating",
  "chosen_completion",
];
const { value: anyValue } = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      2.5,
      1e308,
      "",
      " ",
      "x",
      "####",
      "a\n#### 5",
      "\0",
      "\ud800",
      "user",
      "gpt",
      "assistant",
    ),
    fc.string(),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("object"),
  ),
  object: fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 5 })), tie("value")), {
      maxLength: 8,
    })
    .map((entries) => Object.fromEntries(entries)),
}));
export const anyRow: fc.Arbitrary<unknown> = anyValue;

/** Cuts bytes into chunks at the given places, which may repeat. */
export async function* chunked(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const cut of [...cuts.map((at) => at % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)) {
    yield bytes.slice(start, cut);
    start = cut;
  }
}

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of source) found.push(item);
  return found;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
