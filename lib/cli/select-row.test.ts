import { expect, test } from "vitest";
import { shapeByName } from "#lib/formats/recognise.ts";
import { newReferences } from "./references.ts";
import { selectablePath, selectRow } from "./select-row.ts";

const lemma = shapeByName("lemma");

test("a path's line gives the path and its problem, a problem's line its answer", () => {
  const references = newReferences();
  expect(selectRow({ id: "p1", problem: "What is 1 + 1?", answer: "2" }, lemma, references)).toEqual({
    reference: true,
  });
  const row = selectRow({ problem_id: "p1", text: "It is \\boxed{2}.", model: "m" }, lemma, references);
  expect(row).toMatchObject({ problem: "p1", path: { model: "m" } });
  if (!("path" in row)) throw new Error("the row holds a path");
  expect(selectablePath(7, row.path, references)).toMatchObject({ id: 7, verdict: "correct" });
  expect(selectablePath(7, { ...row.path, problem_id: "p2" }, references).verdict).toBeNull();
});

test("what can't be read says what is wrong with it", () => {
  const fault = selectRow({ problem_id: "p1", text: "" }, lemma, newReferences());
  expect(fault).toMatchObject({ fault: expect.stringMatching(/\w+/) });
});
