import { describe, expect, test } from "vitest";
import { taskKind } from "#lib/review/contract.ts";
import { loadSourceForm, readSource, withSourceForm } from "./source-form.ts";

const usual = loadSourceForm("");
const read = (part: Partial<typeof usual>) => readSource({ ...usual, ...part });

describe("the source that a form means", () => {
  test("is the open pairs where nothing was chosen", () => {
    expect(readSource(usual)).toEqual({
      source: { kind: "pair", filter: { state: "open" }, policy: null, hardOnly: false },
      errors: { paths: null, perProblem: null },
    });
  });

  test("of pairs has their policy, origin, words and hardness", () => {
    expect(read({ state: "any", from: "mined", policy: "any-two", hard: true, q: " eggs " }).source).toEqual({
      kind: "pair",
      filter: { origin: "mined", q: "eggs" },
      policy: "any-two",
      hardOnly: true,
    });
  });

  test("of rankings and scores filters paths; people's have an empty model", () => {
    expect(read({ kind: "ranking", verdict: "incorrect", model: "", paths: "5" }).source).toEqual({
      kind: "ranking",
      filter: { verdict: "incorrect", model: "" },
      paths: 5,
    });
    expect(read({ kind: "first_wrong", style: "pot", hard: true, perProblem: "2" }).source).toEqual({
      kind: "first_wrong",
      filter: { kind: "pot", hard: true },
      perProblem: 2,
    });
  });

  test("of a seed check filters problems", () => {
    expect(read({ kind: "seed", split: "test", tag: "new" }).source).toEqual({
      kind: "seed",
      problems: { origin: "seed", split: "test", tag: "new" },
    });
  });

  test("isn't there where a number of its own kind is wrong; another kind's doesn't count", () => {
    expect(read({ kind: "ranking", paths: "1" })).toEqual({
      source: null,
      errors: { paths: "Type a whole number from 2 to 9.", perProblem: null },
    });
    expect(read({ kind: "seed", paths: "1", perProblem: "" }).source).not.toBeNull();
  });
});

test("a form comes back from its address, and what is as usual is left out of that", () => {
  expect(withSourceForm("/new", usual)).toBe("/new");
  for (const kind of taskKind.options) {
    const form = { ...usual, kind, model: "", hard: true, tag: "a b" };
    expect(loadSourceForm(withSourceForm("", form))).toEqual(form);
  }
});
