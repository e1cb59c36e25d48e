import { expect, test } from "vitest";
import { stemOf } from "./stem.ts";

test("tokens of up to three letters, and those with letters beyond ASCII, stay as they are", () => {
  expect(["was", "his", "ness", "études", "counts"].map(stemOf)).toEqual([
    "was",
    "his",
    "ness",
    "études",
    "count",
  ]);
});

test("a stem is the same when it is asked for again, and after many others", () => {
  const words = ["running", "ponies"];
  const first = words.map(stemOf);
  expect(words.map(stemOf)).toEqual(first);
  for (let n = 0; n < 60_000; n += 1) stemOf(`filler${n}`);
  expect(words.map(stemOf)).toEqual(first);
});
