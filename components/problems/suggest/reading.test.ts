import fc from "fast-check";
import { expect, test } from "vitest";
import { percentOf, readingOf } from "./reading.ts";

const suggestion = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { maxLength: 5 }).map((parts) => {
  const sum = parts.reduce((a, b) => a + b, 0);
  const subdomains = parts
    .map((part, at) => ({ subdomain: `field ${at}`, confidence: part / sum }))
    .toSorted((a, b) => b.confidence - a.confidence);
  return { subdomains, trainedOn: 50, accuracy: 0.8 };
});

test("whatever is offered is neither the chosen one nor offered twice, and is a guess that was made", () => {
  fc.assert(
    fc.property(suggestion, fc.option(fc.constantFrom("field 0", "field 1", "mine")), (of, value) => {
      const reading = readingOf(of, value);
      if (!("others" in reading)) return;
      const offered = [reading.best, ...reading.others].map(({ subdomain }) => subdomain);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered).not.toContain(value);
      for (const guess of [reading.best, ...reading.others]) expect(of.subdomains).toContainEqual(guess);
    }),
  );
});

const of = (...confidences: number[]) => ({
  subdomains: confidences.map((confidence, at) => ({ subdomain: `f${at}`, confidence })),
  trainedOn: 50,
  accuracy: 0.8,
});

test.each([
  ["a sure guess where none is chosen", of(0.92, 0.06, 0.02), null, "suggests", 1],
  ["a guess by half measures", of(0.4, 0.35, 0.25), null, "unsure", 2],
  ["a sure guess against the choice", of(0.75, 0.25), "f1", "differs", 0],
])("%s is offered with its alternatives", (_, suggestion, value, kind, others) => {
  const reading = readingOf(suggestion, value);
  expect(reading.kind).toBe(kind);
  expect("others" in reading ? reading.others : []).toHaveLength(others);
});

test("a choice that the guess agrees with is confirmed, one that it hardly doubts is left alone", () => {
  expect(readingOf(of(0.6, 0.4), "f0").kind).toBe("agrees");
  expect(readingOf(of(0.6, 0.4), "f1").kind).toBe("nothing");
});

test("without labels it says that it learnt nothing, but only where a choice is missing", () => {
  const nothing = { subdomains: [], trainedOn: 0, accuracy: null };
  expect(readingOf(nothing, null).kind).toBe("untaught");
  expect(readingOf(nothing, "Algebra").kind).toBe("nothing");
  expect(readingOf({ ...nothing, trainedOn: 40 }, null).kind).toBe("nothing");
});

test("a guess is never called certain or impossible", () => {
  expect([0, 0.004, 0.924, 0.999, 1].map(percentOf)).toEqual(["1 %", "1 %", "92 %", "99 %", "99 %"]);
});
