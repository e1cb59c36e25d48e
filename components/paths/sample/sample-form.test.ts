import fc from "fast-check";
import { expect, test } from "vitest";
import { FIRST_SAMPLE_FORM, readSample } from "./sample-form.ts";

const form = { ...FIRST_SAMPLE_FORM, models: ["3", "4"] };

test("what is typed is what is asked for", () => {
  const { request, errors } = readSample(
    { ...form, temperatures: "0.2, 0.7", budget: "2.5" },
    { hard: true },
  );
  expect(Object.values(errors)).toEqual([null, null, null, null, null]);
  expect(request).toEqual({
    filter: { hard: true },
    problems: null,
    models: [3, 4],
    kinds: ["cot"],
    temperatures: [0.2, 0.7],
    k: 4,
    turns: 4,
    budget: 2.5,
    seed: 1,
    verify: true,
  });
});

test("no temperature means each model's own, and no budget means none", () => {
  expect(readSample(form, {}).request).toMatchObject({ temperatures: [null], budget: null });
});

test("without a model or a kind, or with something wrong, there is nothing to ask for", () => {
  expect(readSample(FIRST_SAMPLE_FORM, {}).request).toBeNull();
  expect(readSample({ ...form, kinds: [] }, {}).request).toBeNull();
  fc.assert(
    fc.property(fc.constantFrom("temperatures", "k", "turns", "budget", "seed"), (field) => {
      const { request, errors } = readSample({ ...form, [field]: "many" }, {});
      expect(request).toBeNull();
      expect(
        Object.entries(errors)
          .filter(([, error]) => error !== null)
          .map(([name]) => name),
      ).toEqual([field]);
    }),
  );
});
