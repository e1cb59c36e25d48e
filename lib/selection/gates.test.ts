import fc from "fast-check";
import { expect, test } from "vitest";
import { qualityGates } from "./contract.ts";
import { firstFault, GATE_STEPS, type GateFacts, isGateSet } from "./gates.ts";

const good: GateFacts = {
  verdict: "correct",
  flaw: null,
  hasCode: true,
  execution: "reproduced",
  wrongSteps: 0,
  words: 50,
  critique: 9,
  rewardRank: 1,
};

const strict = qualityGates.parse({
  executes: true,
  rightSteps: true,
  minWords: 10,
  maxWords: 100,
  critique: { scorer: "judge v1", atLeast: 7 },
  reward: { scorer: "rm v1", rankAtMost: 2 },
});

test("what is good enough in all respects passes the strictest gates", () => {
  expect(firstFault(good, strict)).toBeNull();
});

test.each([
  [{ verdict: "incorrect" }, "verdict", "Its verdict is incorrect; wanted is correct."],
  [{ verdict: null }, "verdict", "It hasn't been checked yet; wanted is correct."],
  [{ flaw: "truncated" }, "flawed", "It was cut off before its end."],
  [{ execution: "different" }, "execution", "Its code gave another output than it records."],
  [{ execution: null }, "execution", "Its code hasn't been run yet."],
  [{ wrongSteps: 2 }, "steps", "2 arithmetic steps of it are wrong."],
  [{ wrongSteps: null }, "steps", "Its arithmetic hasn't been verified yet."],
  [{ words: 9 }, "too_short", "9 words; wanted are 10 or more."],
  [{ words: 101 }, "too_long", "101 words; wanted are 100 or fewer."],
  [{ critique: 6.96 }, "critique", "judge v1 gives it 7 of the 7 wanted."],
  [{ critique: null }, "critique", "judge v1 has not graded it."],
  [{ rewardRank: 3 }, "reward", "rm v1 ranks it 3 within its problem, beyond 2."],
] satisfies [Partial<GateFacts>, string, string][])("%o is dropped as %s", (part, reason, detail) => {
  expect(firstFault({ ...good, ...part }, strict)).toMatchObject({ reason, detail });
});

test("a path without code needs none that executes", () => {
  expect(firstFault({ ...good, hasCode: false, execution: null }, strict)).toBeNull();
});

test("gates that ask for nothing let everything pass", () => {
  const open = qualityGates.parse({ verdicts: [], whole: false });
  expect(GATE_STEPS.filter((step) => isGateSet(step, open))).toEqual([]);
  const any = fc.record({
    verdict: fc.constantFrom(null, "correct" as const, "error" as const),
    flaw: fc.constantFrom(null, "truncated" as const, "refused" as const),
    hasCode: fc.boolean(),
    execution: fc.constantFrom(null, "failed" as const),
    wrongSteps: fc.constantFrom(null, 0, 3),
    words: fc.nat(),
    critique: fc.constantFrom(null, 1),
    rewardRank: fc.constantFrom(null, 9),
  });
  fc.assert(
    fc.property(any, (facts) => {
      expect(firstFault(facts, open)).toBeNull();
    }),
  );
});
