import fc from "fast-check";
import { expect, test } from "vitest";
import { newReferences } from "./references.ts";

test("a problem's answer is found by its id and by its very text, the first one where there are several", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ id: fc.string(), problem: fc.string(), answer: fc.string() })),
      (problems) => {
        const references = newReferences();
        for (const problem of problems) references.add(problem);
        for (const { id, problem } of problems) {
          const byId = problems.find((each) => each.id === id)?.answer;
          const byText = problems.find((each) => each.problem === problem)?.answer;
          expect(references.of({ problem_id: id })).toBe(byId);
          expect(references.of({ problem })).toBe(byText);
          expect(references.of({ problem_id: `${id} and more`, problem })).toBe(byText);
        }
      },
    ),
  );
});

test("what is not known has no answer", () => {
  const references = newReferences();
  references.add({ problem: "Without an answer" });
  expect(references.of({ problem: "Without an answer" })).toBeNull();
  expect(references.of({ problem_id: "p1" })).toBeNull();
  expect(references.of({})).toBeNull();
});
