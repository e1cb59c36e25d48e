import fc from "fast-check";
import { expect, test } from "vitest";
import { bothSigns } from "./plus-minus.ts";

test("one sign stands for two values, whichever it is", () => {
  fc.assert(
    fc.property(fc.nat(99), fc.integer({ min: 1, max: 99 }), (a, b) => {
      expect(bothSigns(`${a}\\pm ${b}`)).toEqual([`${a}+${b}`, `${a}-${b}`]);
      expect(bothSigns(`${a}\\mp ${b}`)).toEqual([`${a}-${b}`, `${a}+${b}`]);
      expect(bothSigns(`\\pm${b}`)).toEqual([`${b}`, `-${b}`]);
    }),
  );
});

test("upper signs go with upper signs", () => {
  expect(bothSigns("(\\pm 1, \\mp 2)")).toEqual(["(1, -2)", "(-1,2)"]);
  expect(bothSigns("1\\pm x\\mp y")).toEqual(["1+x-y", "1-x+y"]);
});

test("several plus or minus signs alone may not go together", () => {
  expect(bothSigns("\\pm\\sqrt{2}\\pm\\sqrt{3}")).toBeNull();
  expect(bothSigns("1+2")).toBeNull();
  expect(bothSigns("\\pmod{3}")).toBeNull();
});
