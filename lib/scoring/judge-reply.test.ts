import fc from "fast-check";
import { expect, test } from "vitest";
import { readComparison, readPathCritique, readProblemCritique, segmentWith } from "./judge-reply.ts";

test.each([
  ['{"score": 8, "firstWrongStep": null, "rationale": "Fine."}', 8, null],
  ['Let me see.\n```json\n{"score": "7/10", "firstWrongStep": "2+2=5", "rationale": "No."}\n```', 7, "2+2=5"],
  ['{"score": 3}\nOn reflection:\n{"score": 6, "firstWrongStep": "none"}', 6, null],
  ['{"score": "9 out of 10", "rationale": "\\frac{1}{2} is right"}', 9, null],
])("%j is read", (reply, score, firstWrong) => {
  expect(readPathCritique(reply)).toMatchObject({ score, firstWrong });
});

test.each(["", "Eight.", '{"score": 0}', '{"score": 11}', '{"score": "good"}', "[8]", '{"grade": 8}'])(
  "%j gives no grade",
  (reply) => {
    expect(readPathCritique(reply)).toBeNull();
  },
);

test("a problem's checks are read, and what isn't said is left open", () => {
  expect(readProblemCritique('{"clear": true, "solvable": "no", "answerRight": null, "score": 2}')).toEqual({
    score: 2,
    clear: true,
    solvable: false,
    answerRight: null,
    rationale: "",
  });
});

test("a comparison names a side or a tie", () => {
  const said = ["A", "b", "tie", "C"].map((better) => readComparison(JSON.stringify({ better })));
  expect(said).toEqual([1, -1, 0, null]);
});

test("a quote is found in its segment, however it is spaced", () => {
  const segments = [{ content: "First 2 + 2 = 4." }, { content: "Then\n4 *  3 = 13." }];
  expect(segmentWith("then 4 * 3 = 13", segments)).toBe(1);
  expect(segmentWith("never said", segments)).toBeNull();
});

test("no reply breaks the reader", () => {
  fc.assert(
    fc.property(fc.string(), (reply) => {
      const found = readPathCritique(reply);
      expect(found === null || (found.score >= 1 && found.score <= 10)).toBe(true);
    }),
  );
});
