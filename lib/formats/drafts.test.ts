import { expect, test } from "vitest";
import { buildDrafts } from "./drafts.ts";

const problem = { record: { problem: "p" }, from: { problem: "question" } };
const path = { record: { problem: "p", text: "a" } };

test("options fill problems and paths that leave them open, never references", () => {
  const options = { model: "m", split: "test", source: "s" } as const;
  const result = buildDrafts({ problems: [problem], paths: [path], references: [path] }, options);
  expect(result).toMatchObject({
    value: {
      problems: [{ split: "test", source: "s" }],
      paths: [{ meta: { source: "reference" } }, { model: "m" }],
    },
  });
  expect(result.ok && result.value.paths[0]?.model).toBeUndefined();
});

test("the first fault is the row's, under the row's own name of the field", () => {
  const broken = { ...problem, record: { problem: "" } };
  expect(buildDrafts({ problems: [broken], paths: [{ record: {} }] }, {})).toMatchObject({
    ok: false,
    error: { field: "question" },
  });
  expect(buildDrafts({ problems: [problem], scores: [{ record: { scorer: "s" } }] }, {})).toMatchObject({
    ok: false,
  });
});
