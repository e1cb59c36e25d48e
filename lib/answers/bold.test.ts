import fc from "fast-check";
import { expect, test } from "vitest";
import { findBold } from "./bold.ts";

const found = (text: string): string | null => {
  const span = findBold(text);
  return span && text.slice(span.start, span.end);
};

test("the last bold number on the last line is the answer", () => {
  fc.assert(
    fc.property(fc.array(fc.integer().map(String), { minLength: 1, maxLength: 4 }), (numbers) => {
      const line = numbers.map((n) => `then **${n}**`).join(" ");
      expect(found(`**99** before\n${line} in all.\n`)).toBe(numbers.at(-1));
    }),
  );
});

test("bold text that can't be an answer, or stands elsewhere, doesn't count", () => {
  expect(found("It is **18 apples**.")).toBe("18 apples");
  expect(found("So **the total is 18**.")).toBe("18");
  expect(found("They are **x = 2** and **x = 3**.")).toBe("x = 2** and **x = 3");
  expect(found("Cost: **$18**")).toBe("$18");
  expect(found("It is **5**, **surely not the answer that anyone wanted**")).toBe("5");
  expect(found("**Note:** that is all")).toBeNull();
  expect(found("**18**\nThat is all")).toBeNull();
  expect(found("2**3")).toBeNull();
});
