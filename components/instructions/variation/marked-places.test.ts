import fc from "fast-check";
import { expect, test } from "vitest";
import { templateOf } from "#lib/instructions/variation/template-of.ts";
import { programMarks, stretchesOf } from "./marked-places.ts";

test("stretches joined are the statement, and each parameter's is one of its numbers", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 999 }), { minLength: 1, maxLength: 6 }), (numbers) => {
      const statement = numbers.map((number) => `He has ${number} pens.`).join(" ");
      const { template } = templateOf(
        statement,
        numbers.map((number, at) => `v${at} = ${number}`).join("\n"),
      );
      if (!template) return;
      const stretches = stretchesOf(template);
      expect(stretches.map(({ text }) => text).join("")).toBe(statement);
      for (const { text, parameter } of stretches) {
        if (parameter !== null) {
          expect(template.parameters.find(({ name }) => name === parameter)?.value).toBe(Number(text));
        }
      }
    }),
  );
});

test("the program's marks are where its numbers stand, by line and column, of those that vary alone", () => {
  const { template } = templateOf("17 pens and 1 ink", "pens = 17\nink = 1\nprint(pens + ink)");
  if (!template) throw new Error("it makes a template");
  expect(programMarks(template)).toEqual([
    { startLine: 1, startColumn: 8, endLine: 1, endColumn: 10, className: "mt-mark", hover: "pens" },
  ]);
});
