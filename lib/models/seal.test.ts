import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { seal, unseal } from "./seal.ts";

const before = process.env["LEMMA_SECRET"];
const use = (secret: string) => {
  process.env["LEMMA_SECRET"] = secret;
};
beforeAll(() => use("one secret of thirty-two characters"));
afterAll(() => {
  if (before === undefined) delete process.env["LEMMA_SECRET"];
  else process.env["LEMMA_SECRET"] = before;
});

const text = fc.string({ unit: "binary" });

describe("a sealed text", () => {
  test("opens to what it was, for its own identity", () => {
    fc.assert(
      fc.property(text, text, (key, identity) => {
        expect(unseal(seal(key, identity), identity)).toBe(key);
      }),
    );
  });

  test("is another one each time, and shows nothing of the text", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), (key) => {
        const [one, other] = [seal(key, "row 1"), seal(key, "row 1")];
        expect(one).not.toBe(other);
        expect(one).not.toContain(key);
      }),
    );
  });

  test("opens for no other identity", () => {
    fc.assert(
      fc.property(text, text, text, (key, identity, other) => {
        fc.pre(Buffer.from(identity).compare(Buffer.from(other)) !== 0);
        expect(() => unseal(seal(key, identity), other)).toThrow(AppError);
      }),
    );
  });

  test("opens no more once any bit of it was changed, or a part is missing", () => {
    const sealed = seal("sk-something", "row 1");
    const bytes = Buffer.from(sealed.slice(3), "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(`v1.${changed.toString("base64url")}`, "row 1")).toThrow(AppError);
    }
    for (const part of ["", "v1", "v1.", sealed.slice(0, 20), sealed.slice(3), `v2.${sealed.slice(3)}`]) {
      expect(() => unseal(part, "row 1")).toThrow(AppError);
    }
  });

  test("says under another secret that the key must be entered again, and not what it was", () => {
    const sealed = seal("sk-something", "row 1");
    use("another secret of thirty-two letters");
    expect(() => unseal(sealed, "row 1")).toThrow(/Enter the key again/);
    use("one secret of thirty-two characters");
    expect(unseal(sealed, "row 1")).toBe("sk-something");
  });
});
