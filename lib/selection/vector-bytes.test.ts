import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf, vectorFrom } from "./vector-bytes.ts";

test("a vector comes back from its bytes as it was", () => {
  fc.assert(
    fc.property(fc.float32Array({ noNaN: true }), (vector) => {
      expect(vectorFrom(bytesOf(vector))).toEqual(vector);
    }),
  );
});
