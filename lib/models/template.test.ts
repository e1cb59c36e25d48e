import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPrompt, fillPrompt, messagesOf } from "./template.ts";

const nameOf = fc.stringMatching(/^[A-Za-z_][\w-]{0,8}$/);
const plain = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("{", "(").replaceAll("}", ")"));

/** A text of pieces and placeholders, with what it becomes. */
const filled = fc
  .tuple(
    fc.array(fc.tuple(plain, nameOf, fc.constantFrom("", " ", "\t"))),
    plain,
    fc.func(fc.string({ unit: "binary" })),
  )
  .map(([pieces, end, wordFor]) => ({
    template: pieces.map(([text, name, gap]) => `${text}{{${gap}${name}${gap}}}`).join("") + end,
    values: Object.fromEntries(pieces.map(([, name]) => [name, wordFor(name)])),
    text: pieces.map(([text, name]) => text + wordFor(name)).join("") + end,
  }));

describe("fillPrompt", () => {
  test("puts each value in its places and leaves every other character as it was", () => {
    fc.assert(
      fc.property(filled, filled, (system, user) => {
        const values = { ...system.values, ...user.values };
        fc.pre(Object.entries(system.values).every(([name, value]) => values[name] === value));
        expect(fillPrompt({ system: system.template, user: user.template }, values)).toEqual({
          ok: true,
          prompt: { system: system.text, user: user.text },
        });
      }),
    );
  });

  test("never looks for placeholders in a value, nor for replacement patterns", () => {
    fc.assert(
      fc.property(fc.constantFrom("{{b}}", "{{a}}", "$&", "$1", "$$", "}}{{", "{{"), (value) => {
        const filledIn = fillPrompt({ system: "", user: "<{{a}}|{{b}}>" }, { a: value, b: "B" });
        expect(filledIn).toEqual({ ok: true, prompt: { system: "", user: `<${value}|B>` } });
      }),
    );
  });

  test("says where a placeholder without a value stands", () => {
    const filledIn = fillPrompt(
      { system: "You know {{field}}.", user: "Write\n  {{count}} and \\frac{{a}}{2}" },
      { count: "4" },
    );
    expect(filledIn).toEqual({
      ok: false,
      faults: [
        {
          part: "system",
          place: { line: 1, column: 10 },
          name: "field",
          message: "{{field}} in line 1 of the system prompt stands for nothing. Known: {{count}}.",
        },
        {
          part: "user",
          place: { line: 2, column: 22 },
          name: "a",
          message: "{{a}} in line 2 of the user prompt stands for nothing. Known: {{count}}.",
        },
      ],
    });
  });

  test("takes names that every object has for placeholders like others", () => {
    expect(fillPrompt({ system: "", user: "{{constructor}}" }, {})).toMatchObject({ ok: false });
    expect(fillPrompt({ system: "", user: "{{toString}}" }, { toString: "x" })).toMatchObject({
      prompt: { user: "x" },
    });
  });
});

describe("checkPrompt", () => {
  const known = [
    { name: "examples", required: true },
    { name: "field", required: false },
  ];
  test("finds nothing wrong where all that is required stands and all that stands is known", () => {
    expect(checkPrompt({ system: "{{ examples }}", user: "Write." }, known)).toEqual([]);
    expect(checkPrompt({ system: "", user: "{{examples}} {{field}} {{field}}" }, known)).toEqual([]);
  });
  test("names what is missing and what is unknown", () => {
    expect(checkPrompt({ system: "", user: "{{example}}" }, known)).toMatchObject([
      { name: "example", place: { line: 1, column: 1 } },
      { name: "examples", place: null, message: "{{examples}} must stand somewhere in the prompt." },
    ]);
  });
});

test("messagesOf leaves a blank system prompt out", () => {
  expect(messagesOf({ system: " \n", user: "a" })).toEqual([{ role: "user", content: "a" }]);
  expect(messagesOf({ system: "s", user: "a" })).toEqual([
    { role: "system", content: "s" },
    { role: "user", content: "a" },
  ]);
});
