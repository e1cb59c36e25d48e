import fc from "fast-check";
import { expect, test } from "vitest";
import { findBoxed } from "./boxed.ts";
import { newSteps } from "./steps.ts";

const boxes = (text: string): string[] => findBoxed(text).map((span) => text.slice(span.start, span.end));

/** Text with balanced braces that isn't blank. */
const { balanced } = fc.letrec<{ balanced: string }>((tie) => ({
  balanced: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("1", "x+1", "\\frac{1}{2}", "\\{3\\}", "\\sqrt{\\frac{2}{3}}"),
    tie("balanced").map((inner) => `{${inner}}`),
    fc.tuple(tie("balanced"), tie("balanced")).map(([a, b]) => a + b),
  ),
}));

test("whatever balanced braces are in a box come out whole", () => {
  fc.assert(
    fc.property(
      balanced,
      fc.constantFrom("\\boxed", "\\fbox", "\\boxed ", "\\\\boxed"),
      fc.string(),
      (inner, command, rest) => {
        fc.pre(!/[\\{}]/.test(rest));
        expect(boxes(`So $${command}{ ${inner} }$. ${rest}`)).toEqual([inner]);
      },
    ),
  );
});

test("the last box wins", () => {
  fc.assert(
    fc.property(fc.array(balanced, { minLength: 1, maxLength: 5 }), (inner) => {
      expect(boxes(inner.map((each) => `Then it is $\\boxed{${each}}$.`).join("\n"))).toEqual(
        inner.slice(-1),
      );
    }),
  );
});

test("boxes that one sentence lists belong together, consequences don't", () => {
  expect(boxes("are $\\boxed{-2}$ and $\\boxed{1}$.")).toEqual(["-2", "1"]);
  expect(boxes("$x = \\boxed{1}$, $y = \\boxed{2}$")).toEqual(["1", "2"]);
  expect(boxes("$x=\\boxed{3}$, so the answer is $\\boxed{9}$.")).toEqual(["9"]);
  expect(boxes("If $r=1$, $b=\\boxed{1}.$ If $r=2$, $b=\\boxed{2}.$")).toEqual(["2"]);
  expect(boxes("\\boxed{3} = \\boxed{4}")).toEqual(["4"]);
  expect(boxes("The first is $\\boxed{1}$. The second is $\\boxed{2}$.")).toEqual(["2"]);
  expect(boxes("The first is \\boxed{1}\n\nThe second is \\boxed{2}")).toEqual(["2"]);
});

test("a box that is never closed ends with its formula or line", () => {
  expect(boxes("is $\\boxed{\\frac{1}{2}$ of it.")).toEqual(["\\frac{1}{2}"]);
  expect(boxes("is \\boxed{5\nand more")).toEqual(["5"]);
  expect(boxes("\\boxed{5 $ and\n\nmore } text")).toEqual(["5"]);
  expect(boxes("\\boxed{1 $ then \\boxed{2}.")).toEqual(["2"]);
});

test("boxes without braces, in boxes, empty or filled with a placeholder", () => {
  expect(boxes("\\boxed 5$")).toEqual(["5"]);
  expect(boxes("\\boxed{\\boxed{5}}")).toEqual(["5"]);
  expect(boxes("\\boxed{x=\\boxed{5}}")).toEqual(["x=\\boxed{5}"]);
  expect(boxes("put it in \\boxed{}")).toEqual([]);
  expect(boxes("\\boxed{7}. Use \\boxed{...}.")).toEqual(["7"]);
  expect(boxes("no box")).toEqual([]);
});

test("the work is proportional to the length of the text, whatever is in it", () => {
  const part = fc.constantFrom(
    "\\boxed{",
    "\\boxed",
    "}",
    "{",
    "\\",
    "5",
    "\n\n",
    "$",
    ". ",
    "\\fbox{1}",
    "\\boxed{2} ",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), fc.integer({ min: 1, max: 60 }), (parts, times) => {
      const text = parts.join("").repeat(times);
      const steps = newSteps();
      for (const span of findBoxed(text, steps)) expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(steps.taken).toBeLessThanOrEqual(text.length);
    }),
  );
});
