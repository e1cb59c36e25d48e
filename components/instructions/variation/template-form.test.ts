import fc from "fast-check";
import { expect, test } from "vitest";
import { templateOf } from "#lib/instructions/variation/template-of.ts";
import { isTouched, readTemplate, typedTemplate } from "./template-form.ts";

const { template } = templateOf(
  "Ada pays $17.50 for 23 pens.",
  "price = 17.5\npens = 23\nprint(price / pens)",
);
if (!template) throw new Error("it makes a template");
const made = template;
const typed = typedTemplate(made);

test("what nobody has touched is read as it was", () => {
  expect(readTemplate(made, typed)).toEqual({
    template: made,
    parameterFaults: new Map(),
    constraintFaults: [],
    fault: null,
  });
  expect(isTouched(made, typed)).toBe(false);
});

test("whatever is typed is read to a template or to what is wrong with it", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.boolean(), (min, constraints, step, varies) => {
      const parameters = typed.parameters.map((row) =>
        row.name === "pens" ? { ...row, min, step, varies } : row,
      );
      const read = readTemplate(made, { parameters, constraints });
      const faults = read.parameterFaults.size + read.constraintFaults.length + (read.fault === null ? 0 : 1);
      expect(read.template === null).toBe(faults > 0);
    }),
  );
});

test("an empty field is no number, and blank lines are no constraints", () => {
  const [price, pens] = typed.parameters;
  if (!price || !pens) throw new Error("it has two parameters");
  const empty = readTemplate(made, {
    parameters: [price, { ...pens, max: " " }],
    constraints: "\n pens > 3 \n\n",
  });
  expect(empty.parameterFaults.get("pens")).toMatch(/numbers/);
  expect(empty.constraintFaults).toEqual([]);
  const read = readTemplate(made, { ...typed, constraints: "\n pens > 3 \n\npens >" });
  expect(read.constraintFaults).toEqual([{ line: 4, message: expect.stringMatching(/missing/) }]);
});
