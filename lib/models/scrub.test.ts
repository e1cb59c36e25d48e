import fc from "fast-check";
import { expect, test } from "vitest";
import { hintOf, scrub } from "./scrub.ts";

const secret = fc.stringMatching(/^[\x21-\x7e]{8,60}$/);

test("a key is in nothing that went through scrub, in whatever form a server repeats it", () => {
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (key, before, after) => {
      fc.pre(!"[key]".includes(key));
      const forms = [key, encodeURIComponent(key), Buffer.from(key).toString("base64")];
      for (const form of forms) expect(scrub(`${before} ${form} ${after}`, key)).not.toContain(form);
    }),
  );
});

test("what has no key in it stays as it is, and so does text with a placeholder for a key", () => {
  expect(scrub("Incorrect API key", "sk-0123456789")).toBe("Incorrect API key");
  expect(scrub("The set is EMPTY.", "EMPTY")).toBe("The set is EMPTY.");
  expect(scrub("anything", null)).toBe("anything");
});

test("a hint tells long keys apart and gives nothing of short ones", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\x21-\x7e]{1,60}$/), (key) => {
      const hint = hintOf(key);
      expect(hint).toBe(key.length >= 12 ? key.slice(-4) : "");
      expect(hint.length * 3).toBeLessThanOrEqual(key.length);
    }),
  );
});
