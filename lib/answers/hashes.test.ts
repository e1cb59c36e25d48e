import fc from "fast-check";
import { expect, test } from "vitest";
import { findHashes } from "./hashes.ts";

const found = (text: string): string | null => {
  const span = findHashes(text);
  return span && text.slice(span.start, span.end);
};

test("the number after the last hashes is the answer", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.integer().map((n) => n.toLocaleString("en-US")),
        { minLength: 1 },
      ),
      (numbers) => {
        expect(found(numbers.map((n) => `Some text.\n#### ${n}`).join("\n"))).toBe(numbers.at(-1));
      },
    ),
  );
});

test("headings are not answers, words are on the last line", () => {
  expect(found("#### Step 3: find 4\nthus 8")).toBeNull();
  expect(found("#### Total Cost\nIt is 8")).toBeNull();
  expect(found("it is\n#### Sunday")).toBe("Sunday");
  expect(found("so #### -5")).toBe("-5");
  expect(found("#### $\\frac{1}{2}$\n")).toBe("\\frac{1}{2}");
  expect(found("########")).toBeNull();
});
