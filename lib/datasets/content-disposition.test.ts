import fc from "fast-check";
import { expect, it } from "vitest";
import { attachment } from "./content-disposition.ts";

it("is a header of plain ASCII from which the name can be read back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const header = attachment(name);
      expect(header).toMatch(
        /^attachment; filename="[\w. -]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*$/,
      );
      expect(decodeURIComponent(header.slice(header.indexOf("''") + 2))).toBe(name.toWellFormed());
    }),
  );
});

it("keeps a plain name readable", () => {
  expect(attachment("gold v2.jsonl")).toBe(
    "attachment; filename=\"gold v2.jsonl\"; filename*=UTF-8''gold%20v2.jsonl",
  );
});
