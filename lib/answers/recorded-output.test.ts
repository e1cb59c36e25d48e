import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreesWithRecorded, type RanBlock } from "./recorded-output.ts";

const printed = (stdout: string, value: string | null = null): RanBlock => ({ stdout, value, error: null });
const raised = (message: string, kind = "exception"): RanBlock => ({
  stdout: "",
  value: null,
  error: { kind, message },
});

const line = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("18", "{1, 2}", "x = 3", "", "Total: 7"));
const lines = fc.array(
  line.map((text) => text.replace(/[\r\n]/g, "")),
  { maxLength: 5 },
);

test("the same output agrees, however its lines end and however many blank ones follow", () => {
  fc.assert(
    fc.property(lines, fc.constantFrom("\n", "\r\n", " \n"), fc.nat(2), (given, end, blank) => {
      const recorded = given.join("\n");
      expect(agreesWithRecorded(recorded, printed(given.join(end) + "\n".repeat(blank)))).toBe(true);
    }),
  );
});

test("another number in any line doesn't agree", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 5 }), fc.nat(), (numbers, turn) => {
      const at = turn % numbers.length;
      const other = numbers.map((number, index) => (index === at ? number + 3 : number));
      expect(agreesWithRecorded(numbers.join("\n"), printed(other.join("\n")))).toBe(false);
      expect(agreesWithRecorded(numbers.join("\n"), printed(`${numbers.join("\n")}\n5`))).toBe(false);
    }),
  );
});

test.each([
  ["3.0000000000004", "3.0000000000002"],
  ["{1, 2, 3}", "{3, 1, 2}"],
  ["840/13", "840/13"],
  ["x = 0.30000000000000004", "x = 0.3"],
  ["She pays 1.1000000000000001 dollars, twice 0.55", "She pays 1.1 dollars, twice 0.55"],
])("%s agrees with %s, whose value is the same", (recorded, stdout) => {
  expect(agreesWithRecorded(`5\n${recorded}`, printed(`5\n${stdout}\n`))).toBe(true);
});

test("the value of the last expression counts as printed, or not, as the record has it", () => {
  expect(agreesWithRecorded("5", printed("", "5"))).toBe(true);
  expect(agreesWithRecorded("3\n5", printed("3\n", "5"))).toBe(true);
  expect(agreesWithRecorded("3", printed("3\n", "5"))).toBe(true);
  expect(agreesWithRecorded("5", printed("3\n", "5"))).toBe(false);
  expect(agreesWithRecorded("", printed("", "5"))).toBe(true);
});

test("numbers that differ beyond the noise of floating point don't agree", () => {
  for (const [recorded, stdout] of [
    ["3.0001", "3.0002"],
    ["10000000000001", "10000000000002"],
    ["It is 3.5 for 2", "It is 3.5 for 3"],
    ["1e3", "1e4"],
  ] as const)
    expect(agreesWithRecorded(recorded, printed(stdout)), recorded).toBe(false);
});

describe("a block that failed", () => {
  test.each([
    [
      "Traceback (most recent call last):\n  File x\nZeroDivisionError: division by zero",
      "ZeroDivisionError: other words",
    ],
    ["SyntaxError: invalid syntax", "SyntaxError: invalid syntax. Perhaps you forgot a comma?"],
    ["sympy.core.sympify.SympifyError: x", "SympifyError: y"],
    ["StopIteration", "StopIteration"],
  ])("agrees with the record %j", (recorded, message) => {
    expect(agreesWithRecorded(recorded, raised(message))).toBe(true);
  });

  test.each([
    ["ValueError: x", "ZeroDivisionError: division by zero"],
    ["18", "ZeroDivisionError: division by zero"],
    ["", "ZeroDivisionError: division by zero"],
  ])("doesn't agree with the record %j", (recorded, message) => {
    expect(agreesWithRecorded(recorded, raised(message))).toBe(false);
  });

  test("by being stopped agrees with a record of a timeout alone", () => {
    const stopped = raised("stopped after 10 s", "timeout");
    expect(agreesWithRecorded("timeout_decorator.timeout_decorator.TimeoutError: 'Timed Out'", stopped)).toBe(
      true,
    );
    expect(agreesWithRecorded("Execution timed out.", stopped)).toBe(true);
    expect(agreesWithRecorded("ValueError: x", stopped)).toBe(false);
    expect(agreesWithRecorded("10", stopped)).toBe(false);
  });

  test("is not what a record of a value means, nor the other way round", () => {
    expect(agreesWithRecorded("ValueError: x", printed("18"))).toBe(false);
  });
});

test("an output of any size and content is compared in bounded work", () => {
  const hostile = Array.from({ length: 2000 }, (_, n) => `9^{9^{9^9}} + ${n}`);
  const other = hostile.map((text) => `${text}0`);
  const start = process.cpuUsage();
  expect(agreesWithRecorded(hostile.join("\n"), printed(other.join("\n")))).toBe(false);
  expect(agreesWithRecorded("{1, 2}\n".repeat(50_000), printed("{2, 1}\n".repeat(50_000)))).toBe(false);
  const { user, system } = process.cpuUsage(start);
  expect(user + system).toBeLessThan(5_000_000);
});
