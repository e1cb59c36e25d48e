import fc from "fast-check";
import { expect, test } from "vitest";
import { isObject, JSON_DEPTH, jsonFault } from "./json-value.ts";

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i += 1) value = { a: value };
  return value;
}

test("a value without a fault is the same after JSON and back", () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: false, withSparseArray: false }), (value) => {
      fc.pre(jsonFault(value, "meta") === null);
      expect(JSON.stringify(JSON.parse(JSON.stringify(value)))).toBe(JSON.stringify(value));
    }),
  );
});

test("the deepest nesting that is allowed passes, one level more and a hundred thousand don't", () => {
  expect(jsonFault(nested(JSON_DEPTH), "meta")).toBeNull();
  expect(jsonFault(nested(JSON_DEPTH + 1), "meta")?.message).toContain("nested deeper");
  expect(jsonFault(nested(100_000), "meta")?.message).toContain("nested deeper");
});

test("a fault names its place", () => {
  expect(jsonFault({ a: [1, "x\0"] }, "meta")).toEqual({
    place: "meta.a.1",
    message: expect.stringContaining("NUL"),
  });
  expect(jsonFault({ a: { "k\0": 1 } }, "meta")?.place).toBe("meta.a");
  expect(jsonFault(JSON.parse('{"a":{"__proto__":1}}'), "meta")?.message).toContain("__proto__");
  expect(jsonFault({ a: Number.POSITIVE_INFINITY }, "meta")?.place).toBe("meta.a");
  expect(jsonFault({ a: undefined }, "meta")?.message).toContain("isn't JSON");
});

test("lists, null and plain values aren't objects", () => {
  expect([{}, [], null, "a", 1].map((value) => isObject(value))).toEqual([true, false, false, false, false]);
});
