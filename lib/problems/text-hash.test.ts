import { expect, test } from "vitest";
import { textHash } from "./text-hash.ts";

test("a statement is known by the SHA-256 of its UTF-8", () => {
  expect(textHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(textHash("½")).not.toBe(textHash("1/2"));
});
