import { expect, it } from "vitest";
import { namesTag } from "./etag.ts";

it("knows its tag alone, in a list and weakened, and no other", () => {
  expect(namesTag('"abc"', '"abc"')).toBe(true);
  expect(namesTag('"x", W/"abc"', '"abc"')).toBe(true);
  expect(namesTag(" * ", '"abc"')).toBe(true);
  expect(namesTag('"abcd"', '"abc"')).toBe(false);
  expect(namesTag("abc", '"abc"')).toBe(false);
  expect(namesTag(null, '"abc"')).toBe(false);
});
