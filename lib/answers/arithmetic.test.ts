import { expect, test } from "vitest";
import { type ArithmeticStep, checkArithmetic, checkSegments, firstWrong } from "./arithmetic.ts";

const outcomes = (text: string): string[] => checkArithmetic(text).map(({ outcome }) => outcome);
const only = (text: string): ArithmeticStep | undefined => checkArithmetic(text)[0];

test.each([
  ["48/2 = 24", "48/2 is 24"],
  ["48/2 = <<48/2=24>>24 clips", "48/2 is 24"],
  ["$16 - 3 - 4 = $<<16-3-4=9>>9", "16 - 3 - 4 is 9"],
  ["5 * $2 = $10", "5 * $2 is 10"],
  ["$\\frac{1}{2} \\times 8 = 4$", "\\frac{1}{2} \\times 8 is 4"],
  ["2 + 3 = 5 eggs", "2 + 3 is 5"],
  ["20% of 50 is 10", "20% of 50 is 10"],
  ["½ of 10 = 5", "½ of 10 is 5"],
  ["3 dozen * 12 = 36", "3 dozen * 12 is 36"],
  ["4 weeks x 5 days/week = 20 days", "4 weeks x 5 is 20"],
  ["10/3 = 3.33", "10/3 is 3.3333333…; rounded"],
  ["10/3 ≈ 3", "10/3 is 3.3333333…; rounded"],
  ["10/3 is about 3.3", "10/3 is 3.3333333…; rounded"],
  ["\\[\\sqrt{2} \\approx 1.41\\]", "\\sqrt{2} is 1.4142136…; rounded"],
  ["0.1 + 0.2 = 0.30000000000000004", "0.1 + 0.2 is 0.3; rounded"],
  ["1 1/2 + 1/2 = 2", "1 1/2 + 1/2 is 2"],
  ["100 - 20% = 80", "100 - 20% is 80"],
  ["25/100 = 25%", "25/100 is 25%"],
  ["2^{10} = 1024", "2^{10} is 1024"],
  ["0.\\overline{3} \\times 3 = 1", "0.\\overline{3} \\times 3 is 1"],
])("%s is right", (text, reason) => {
  const steps = checkArithmetic(text);
  expect(steps.map((step) => [step.outcome, step.reason])).toEqual([["right", reason]]);
});

test.each([
  ["48/2 = 25", "48/2 is 24, not 25"],
  ["17 - 4 * 2 = 26", "17 - 4 * 2 is 9, not 26"],
  ["3 + 4 = **8**", "3 + 4 is 7, not 8"],
  ["\\boxed{3 + 4 = 8}", "3 + 4 is 7, not 8"],
  ["$5 \\text{ cm} \\times 3 \\text{ cm} = 16 \\text{ cm}^2$", "5 \\text{ cm} \\times 3 is 15, not 16"],
  ["1220 students / 1600 students * 100% = 80%", "1220 students / 1600 students * 100% is 76.25%, not 80%"],
  ["10% + 20% = 40%", "10% + 20% is 30%, not 40%"],
  ["45 x 1000 = <<45*1000=45000>>15,000", "45 x 1000 is 45000, not 15,000"],
  ["4 + 3 + 4 = <<22+4+1=27>>27", "4 + 3 + 4 is 11, not 27"],
  ["three years * (1/3) = <<3*(1/3)=9>>9", "3*(1/3) is 1, not 9"],
])("%s is wrong", (text, reason) => {
  const steps = checkArithmetic(text);
  expect(steps.map((step) => [step.outcome, step.reason])).toEqual([["wrong", reason]]);
});

test.each([
  ["2 hours + 30 minutes = 150 minutes", /another unit/],
  ["3 * 50 cents = $1.50", /another unit/],
  ["5 x 2 dozen = 120", /different units/],
  ["5 * 3 = $15,000", /thousands/],
  ["28 / 1/5 = 140", /two ways/],
  ["-2^2 = 4", /two ways/],
  ["100/3 = 33", /whole number/],
  ["20/3 = 6.66", /cut off/],
  ["In base 7, 44 + 55 = 132", /another base/],
  ["198 * 5 ≈ 1100", /estimate/],
  ["9^{9^{9^9}} = 5", /too large/],
  ["1/0 = 0", /no value/],
  ["2 packs + 3 pencils = 27 pencils", /different things/],
  ["$3.30 x 3 = $<<3*3=9.90>>9.90", /mark says otherwise/],
])("%s is left open", (text, reason) => {
  const steps = checkArithmetic(text);
  expect(steps.map(({ outcome }) => outcome)).toEqual(["unclear"]);
  expect(steps[0]?.reason).toMatch(reason);
});

test.each([
  "x = 3",
  "total = 12",
  "1/2 = half",
  "2 : 3 = 4 : 6",
  "9:00 + 3 = 12:00",
  "3/4 = 15 students",
  "60 minutes = 1 hour",
  "7 mod 3 + 1 = 2",
  "twice 5 + 3 = 13",
  "half of 10 + 2 = 7",
  "8 packs of 5 + 3 = 43",
  "Step 1 - 3 + 4 = 7",
  "1 + 2 + ... + 10 = 55",
  "1 + 2 + \\dots + 10 = 55",
  "7 / 2 = 3 remainder 1",
  "the units digit of $7^2$ is 1",
  "5 - 8 = 3 less",
  "3m + 4m = 8m",
  "12,34 + 1 = 5",
])("%s states nothing that arithmetic could check", (text) => {
  expect(checkArithmetic(text)).toEqual([]);
});

test("a run-on chain is right link by link, and wrong only where a link is", () => {
  const [first, second] = checkArithmetic("2*3 = 6 + 1 = 7");
  expect([first?.statement, first?.outcome, first?.reason]).toEqual([
    "2*3 = 6",
    "right",
    "2*3 is 6; the line runs on from there",
  ]);
  expect([second?.statement, second?.outcome]).toEqual(["6 + 1 = 7", "right"]);
  expect(outcomes("2*3 = 6 + 1 = 8")).toEqual(["right", "wrong"]);
  expect(outcomes("2*3 = 5 + 2 = 7")).toEqual(["wrong", "right"]);
  expect(outcomes("24 * 30 = 720 minutes = 12 hours")).toEqual(["right"]);
  expect(outcomes("\\begin{align*} 3 + 4 &= 7 \\\\ &= 8 \\end{align*}")).toEqual(["right", "wrong"]);
});

test("a statement takes in the signs that belong to it", () => {
  expect(only("It is $3 + $4 = $7.")?.statement).toBe("$3 + $4 = $7");
  expect(only("It is $3 + 4 = 7$.")?.statement).toBe("3 + 4 = 7");
  expect(only("It is $3 + 4$ = $7$.")?.statement).toBe("$3 + 4$ = $7$");
  expect(only("It is \\$3 \\times 4 = \\boxed{12}.")?.statement).toBe("\\$3 \\times 4 = \\boxed{12}");
});

test("the first wrong step is the first that is wrong, not one that is open", () => {
  const steps = checkArithmetic("100/3 = 33. Then 2 + 2 = 5. Then 2 * 2 = 6.");
  expect(firstWrong(steps)?.statement).toBe("2 + 2 = 5");
  expect(firstWrong(checkArithmetic("2 + 2 = 4"))).toBeNull();
  expect(firstWrong([])).toBeNull();
});

test("of a path only its text segments are checked, each with its own offsets", () => {
  const steps = checkSegments([
    { type: "text", content: "We have 2 + 2 = 4." },
    { type: "code", content: "print(2 + 2 == 5)\n# 2 + 2 = 5" },
    { type: "output", content: "2 + 2 = 5" },
    { type: "text", content: "So 4 + 1 = 6." },
  ]);
  expect(steps.map(({ segment, start, end, outcome }) => [segment, start, end, outcome])).toEqual([
    [0, 8, 17, "right"],
    [3, 3, 12, "wrong"],
  ]);
});
