import { expect, test } from "vitest";
import { taskKind, unitAnswer } from "#lib/review/contract.ts";
import { answerOf, shortcutsOf, takenBy } from "./keymap.ts";

test("no two actions of a kind of task have the same key", () => {
  for (const kind of taskKind.options) {
    const { own, always } = shortcutsOf(kind, {});
    const keys = [...own, ...always].map((one) => one.keys);
    expect(new Set(keys).size, kind).toBe(keys.length);
  }
});

test("a key put in place of another is a person's own for that kind of task alone", () => {
  const remapped = { "pair/tie": "t" };
  expect(shortcutsOf("pair", remapped).own.find(({ action }) => action === "tie")?.keys).toBe("t");
  expect(shortcutsOf("seed", remapped).always).toEqual(shortcutsOf("seed", {}).always);
  expect(takenBy("pair", remapped, "a", "t")?.action).toBe("tie");
  expect(takenBy("pair", remapped, "tie", "t")).toBeNull();
  expect(takenBy("pair", remapped, "a", "3")).toBeNull();
});

test("every key that answers gives an answer that the contract takes", () => {
  for (const kind of taskKind.options) {
    const { own, always } = shortcutsOf(kind, {});
    for (const { action } of [...own, ...always]) {
      const answer = answerOf(action);
      if (answer !== null) expect(unitAnswer.parse(answer)).toEqual(answer);
    }
  }
  expect(answerOf("score-10")).toEqual({ kind: "score", score: 10 });
  expect(answerOf("comment")).toBeNull();
});
