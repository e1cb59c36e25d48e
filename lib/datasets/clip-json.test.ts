import fc from "fast-check";
import { expect, it } from "vitest";
import { clipJson, clipText } from "./clip-json.ts";

function everyText(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return [...Object.keys(value), ...Object.values(value)].flatMap(everyText);
}

it("leaves what is small as it is", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      expect(clipJson(value, 1000)).toEqual(value);
    }),
  );
});

it("lets no text, list or object be longer than the limit, and no value deeper", () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 8, stringUnit: "binary" }),
      fc.integer({ min: 1, max: 5 }),
      (value, limit) => {
        const clipped = clipJson(value, limit, 3);
        for (const text of everyText(clipped)) expect(text.length).toBeLessThanOrEqual(limit);
        expect(clipJson(clipped, limit, 4)).toEqual(clipped);
      },
    ),
  );
});

it("cuts a text at the limit, with an ellipsis, and never through a symbol", () => {
  expect(clipText("abcdef", 6)).toBe("abcdef");
  expect(clipText("abcdefg", 6)).toBe("abcde…");
  expect(clipText("ab𝒙𝒙", 4)).toBe("ab…");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 9 }), (text, limit) => {
      expect(clipText(text, limit).isWellFormed()).toBe(true);
    }),
  );
});
