import { expect, test } from "vitest";
import { figure } from "../contract/trust.ts";
import { noFigure, plainFigure, shareFigure } from "./figure.ts";

test("a share has its interval around it", () => {
  const found = shareFigure(8, 10, "none");
  expect(figure.parse(found)).toEqual(found);
  expect(found).toMatchObject({ value: 0.8, n: 10, why: null });
  expect(found.low ?? 1).toBeLessThan(0.8);
  expect(found.high ?? 0).toBeGreaterThan(0.8);
});

test("what is undefined says why, and is never a number", () => {
  expect(shareFigure(0, 0, "No judgement yet.")).toEqual(noFigure("No judgement yet."));
  expect(plainFigure(null, 3, "All are alike.")).toMatchObject({ value: null, n: 3, why: "All are alike." });
  expect(plainFigure(0.5, 3, "")).toMatchObject({ value: 0.5, n: 3, why: null });
});
