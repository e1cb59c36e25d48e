import fc from "fast-check";
import { expect, test } from "vitest";
import { backslashHabit, beginsCommand } from "./json-habit.ts";

const tex = fc
  .array(fc.constantFrom("\\sqrt{2}", "\\frac{1}{2}", "\\le", " x ", "\n", '"so"', "\\cdot"), {
    minLength: 1,
  })
  .map((parts) => parts.join(""));

test("text that JSON's own writer escaped is never taken for bare LaTeX", () => {
  fc.assert(fc.property(tex, (text) => void expect(backslashHabit(JSON.stringify(text))).not.toBe("bare")));
  expect(backslashHabit(JSON.stringify("\\frac{1}{2}"))).toBe("doubled");
  expect(backslashHabit(JSON.stringify("no command\n"))).toBe("unclear");
});

test("a command that JSON has no escape for shows bare LaTeX, also beside doubled ones", () => {
  fc.assert(fc.property(tex, (text) => void expect(backslashHabit(`"${text} \\sqrt{2}"`)).toBe("bare")));
});

test("where backslashes are doubled, a break before a short word is a break", () => {
  for (const name of ["nu", "ne", "not", "to", "tan"]) {
    expect(beginsCommand(`${name} x`, "unclear"), name).toBe(true);
    expect(beginsCommand(`${name} x`, "doubled"), name).toBe(false);
  }
  for (const name of ["neq", "nabla", "times", "text{a}", "frac{1}{2}", "beta", "right)"]) {
    expect(beginsCommand(name, "doubled"), name).toBe(true);
  }
  for (const word of ["nLet", "nif", "nRound", "t3", "tWhat", "tequal", "r\\n", "n", "f "]) {
    expect(beginsCommand(word, "bare"), word).toBe(false);
  }
});
