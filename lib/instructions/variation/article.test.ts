import fc from "fast-check";
import { expect, test } from "vitest";
import { articleFor } from "./article.ts";

test("keeps the case of the article, and changes nothing when asked again", () => {
  fc.assert(
    fc.property(fc.constantFrom("a", "an", "A", "An"), fc.nat(), (article, number) => {
      const found = articleFor(article, String(number));
      expect(found).toMatch(/^[aA]n?$/);
      expect(found.charAt(0)).toBe(article.charAt(0));
      expect(articleFor(found, String(number))).toBe(found);
    }),
  );
});

test.each([
  ["8", "an"],
  ["80", "an"],
  ["8,000", "an"],
  ["11", "an"],
  ["18", "an"],
  ["11,000", "an"],
  ["18.5", "an"],
  ["eleven", "an"],
  ["7", "a"],
  ["1", "a"],
  ["110", "a"],
  ["180", "a"],
  ["1,100", "a"],
  ["twelve", "a"],
])("before %s stands %s", (number, article) => {
  expect(articleFor("a", number)).toBe(article);
});
