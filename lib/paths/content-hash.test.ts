import fc from "fast-check";
import { expect, test } from "vitest";
import { contentHash } from "./content-hash.ts";

const segment = fc.record({
  type: fc.constantFrom("text", "code", "output"),
  content: fc.string({ unit: "grapheme" }),
});
const content = fc.record(
  { model: fc.string({ minLength: 1 }), segments: fc.array(segment, { minLength: 1, maxLength: 4 }) },
  { requiredKeys: ["segments"] },
);

test("the hash is the same for the same model and segments, whatever else stands there and in whatever order", () => {
  fc.assert(
    fc.property(content, ({ model, segments }) => {
      const turned = segments.map(({ type, content }) => ({ content, type }) as const);
      const path = { kind: "cot", problem: "p", tokens: 3, segments: turned };
      expect(contentHash(model === undefined ? path : { ...path, model })).toBe(
        contentHash(model === undefined ? { segments } : { segments, model }),
      );
    }),
  );
});

test("the hash differs where model or segments differ", () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      const equal =
        JSON.stringify([one.model, one.segments]) === JSON.stringify([other.model, other.segments]);
      expect(contentHash(one) === contentHash(other)).toBe(equal);
    }),
  );
});
