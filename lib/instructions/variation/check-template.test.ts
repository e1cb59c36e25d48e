import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Template } from "../contract/variation.ts";
import { withSettings } from "./check-template.ts";
import { templateOf } from "./template-of.ts";

const { template } = templateOf(
  "Ada pays $17.50 for 23 pens.",
  "price = 17.5\npens = 23\nprint(price / pens)",
);
if (!template) throw new Error("it makes a template");
const made: Template = template;

function set(name: string, change: object): Template {
  return {
    ...made,
    parameters: made.parameters.map((one) => (one.name === name ? { ...one, ...change } : one)),
  };
}

test("takes ranges and constraints, and nothing else, from whatever is sent", () => {
  const place = fc.record({ start: fc.nat(100), end: fc.nat(100) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1 }), fc.nat(), fc.nat(50), (places, value, min) => {
      const sent = set("pens", {
        statement: places,
        program: places,
        value,
        scale: value,
        min,
        max: min + 9,
      });
      const found = withSettings(made, { ...sent, constraints: ["pens > 3"] });
      expect(found.template).toEqual({ ...set("pens", { min, max: min + 9 }), constraints: ["pens > 3"] });
    }),
  );
});

describe("a setting", () => {
  test.each([
    [set("pens", { min: 9, max: 5 }), "parameters.pens", /greater than the most/],
    [set("pens", { min: -1 }), "parameters.pens", /below 0/],
    [set("pens", { step: 0.5 }), "parameters.pens", /whole number/],
    [set("price", { step: 0.001 }), "parameters.price", /2 decimals/],
    [set("pens", { min: Number.NaN }), "parameters.pens", /numbers/],
    [set("pens", { min: 0, max: 1e12 }), "parameters.pens", /too many steps/],
    [{ ...made, constraints: ["pens > 3", "pens > ink"] }, "constraints.1", /no parameter “ink”/],
    [{ ...made, statement: "Other 23." }, "template", /changed/],
    [{ ...made, program: "print(1)" }, "template", /changed/],
    [{ ...made, parameters: [] }, "template", /price is missing/],
  ])("%#: is refused where it can't be used", (sent, field, message) => {
    expect(withSettings(made, sent)).toEqual({
      template: null,
      fault: { field, message: expect.stringMatching(message) },
    });
  });

  test("of a number that doesn't vary may be anything", () => {
    expect(withSettings(made, set("pens", { varies: false, min: 9, max: 5 })).fault).toBeNull();
  });
});
