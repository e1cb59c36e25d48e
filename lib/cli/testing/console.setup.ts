import { format } from "node:util";
import { afterEach, expect } from "vitest";

const said: string[] = [];

// A test that means an error to be shown spies on console.error itself, which hides this one.
console.error = (...given: unknown[]) => void said.push(format(...given));

afterEach(() => {
  expect(said.splice(0), "console.error must not be called").toEqual([]);
});
