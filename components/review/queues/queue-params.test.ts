import { expect, test } from "vitest";
import { loadQueueParams, unitFilterOf } from "./queue-params.ts";

test("a queue's page opens with its overview, and its units with the disputed ones", () => {
  expect(loadQueueParams("")).toEqual({ view: "overview", units: "disputed" });
  expect(loadQueueParams("?view=units&units=gold")).toEqual({ view: "units", units: "gold" });
});

test("units of a state are asked for without the gold ones, which have a list of their own", () => {
  expect(unitFilterOf("disputed")).toEqual({ state: "disputed", gold: false });
  expect(unitFilterOf("gold")).toEqual({ gold: true });
  expect(unitFilterOf("all")).toEqual({});
});
