import { expect, it } from "vitest";
import { formatsOf } from "./formats.ts";

it("offers preference pairs to DPO, and either kind to SFT and to Lemma", () => {
  expect(formatsOf("dpo")).toEqual(["trl-dpo", "trl-sft", "lemma"]);
  expect(formatsOf("sft")).toEqual(["trl-sft", "lemma"]);
});
