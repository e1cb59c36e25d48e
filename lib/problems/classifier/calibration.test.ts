import { expect, test } from "vitest";
import { seeded } from "#lib/statistics/seeded.ts";
import { calibrationError, crossCalibrationError, fitTemperature, likeliest } from "./calibration.ts";
import { softmax } from "./logistic.ts";

function finish<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Texts whose labels come true as often as their logits say, when those are divided by `temperature`. */
function drawn(count: number, temperature: number) {
  const random = seeded(11);
  return Array.from({ length: count }, () => {
    const logits = Float64Array.from({ length: 3 }, () => (random() - 0.5) * 12);
    const shares = softmax(logits, temperature);
    const at = random();
    const label = at < (shares[0] ?? 0) ? 0 : at < (shares[0] ?? 0) + (shares[1] ?? 0) ? 1 : 2;
    return { logits, label };
  });
}

test.each([0.5, 1, 2, 4])("a model whose logits are %f times too large is found out", (temperature) => {
  const texts = drawn(4000, temperature);
  const fitted = finish(fitTemperature(texts));
  expect(fitted / temperature).toBeGreaterThan(0.9);
  expect(fitted / temperature).toBeLessThan(1.1);
  expect(calibrationError(texts, fitted)).toBeLessThan(0.03);
  expect(finish(crossCalibrationError(texts))).toBeLessThan(0.04);
  if (temperature >= 2) expect(calibrationError(texts, 1)).toBeGreaterThan(0.1);
});

test("the error of a model that is always sure is the share in which it is wrong", () => {
  const texts = [0, 0, 0, 1].map((label) => ({ logits: Float64Array.of(1000, 0), label }));
  expect(calibrationError(texts, 1)).toBe(0.25);
});

test("without texts there is nothing to be wrong about", () => {
  expect(finish(fitTemperature([]))).toBe(1);
  expect(calibrationError([], 1)).toBe(0);
  expect(finish(crossCalibrationError([]))).toBe(0);
});

test("the likeliest class is the first of the largest", () => {
  expect(likeliest(Float64Array.of(0.2, 0.4, 0.4))).toEqual({ label: 1, confidence: 0.4 });
});
