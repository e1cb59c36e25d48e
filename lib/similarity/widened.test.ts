import { expect, test } from "vitest";
import { widened } from "./widened.ts";

test("an array that is long enough stays the same one", () => {
  const array = new Int32Array(4);
  expect(widened(array, 4)).toBe(array);
});

test("a longer one has at least double the length, the same numbers and zeros behind", () => {
  const wide = widened(Int32Array.of(1, 2, 3), 4);
  expect([...wide]).toEqual([1, 2, 3, 0, 0, 0]);
  expect(widened(Float64Array.of(2 ** 40), 100)).toEqual(
    Float64Array.from({ length: 100 }, (_, at) => (at ? 0 : 2 ** 40)),
  );
});
