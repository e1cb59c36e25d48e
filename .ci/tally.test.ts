import { expect, test } from "vitest";
import { lastLine, playwrightTally, stepTally, sum, vitestTally } from "./tally.ts";

test("a report's tests are counted, and steps without tests count as one each", () => {
  const vitest = vitestTally(
    { numPassedTests: 40, numFailedTests: 0, numPendingTests: 2, numTodoTests: 0 },
    true,
  );
  const playwright = playwrightTally({ stats: { expected: 9, unexpected: 0, flaky: 0, skipped: 1 } }, true);
  const all = sum([vitest, playwright, stepTally(true), stepTally(true)]);
  expect(lastLine(all)).toBe("51 passed, 0 failed, 3 skipped");
});

test("a run that fails without naming a test is a failure all the same", () => {
  expect(vitestTally({ numPassedTests: 40, numFailedTests: 0 }, false).failed).toBe(1);
  expect(vitestTally(null, false).failed).toBe(1);
  expect(playwrightTally(null, false).failed).toBe(1);
});

test("a flaky journey is a failed one", () => {
  expect(playwrightTally({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 } }, true).failed).toBe(
    1,
  );
});

test("the last line leaves out skipped tests where there are none", () => {
  expect(lastLine(stepTally(false))).toBe("0 passed, 1 failed");
});
