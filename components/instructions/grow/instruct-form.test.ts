import { expect, test } from "vitest";
import { gates, thresholds } from "#lib/instructions/contract.ts";
import { instructRequest } from "#lib/instructions/jobs.ts";
import { filterForm } from "./filter-form.ts";
import { FIRST_INSTRUCT_FORM, readInstruct } from "./instruct-form.ts";

const filter = filterForm(thresholds.parse({}), gates.parse({}));

test("the form as it opens asks for what a run does when nothing is named", () => {
  const { value, errors } = readInstruct({ ...FIRST_INSTRUCT_FORM, model: "7" }, filter);
  expect(errors).toEqual({});
  expect(instructRequest.parse(value)).toEqual(instructRequest.parse({ model: 7 }));
});

test("without a model, or with a wrong number or filter, nothing can start", () => {
  expect(readInstruct(FIRST_INSTRUCT_FORM, filter).value).toBeNull();
  const wrong = readInstruct({ ...FIRST_INSTRUCT_FORM, model: "7", wanted: "none", budget: "-1" }, filter);
  expect(wrong.value).toBeNull();
  expect(Object.keys(wrong.errors)).toEqual(["wanted", "budget"]);
  const form = { ...FIRST_INSTRUCT_FORM, model: "7" };
  expect(readInstruct(form, { ...filter, minWords: "" }).value).toBeNull();
});
