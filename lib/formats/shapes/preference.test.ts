import fc from "fast-check";
import { expect, test } from "vitest";
import { joinSegments } from "../segments.ts";
import { traceText } from "../testing/arbitraries.ts";
import { preference } from "./preference.ts";

const user = (content: string) => ({ role: "user", content });
const assistant = (content: string) => ({ role: "assistant", content });
const row = { prompt: "1 + 1?", chosen: "It is 2.", rejected: "It is 3.", margin: 2, chosen_model: "m" };

test("a row of texts is a problem, two paths and their pair", () => {
  expect(preference.recognises(row)).toBe(true);
  expect(preference.drafts(row, {})).toEqual({
    ok: true,
    value: {
      problems: [{ problem: "1 + 1?" }],
      paths: [
        { problem: "1 + 1?", kind: "cot", segments: [{ type: "text", content: "It is 2." }] },
        { problem: "1 + 1?", kind: "cot", segments: [{ type: "text", content: "It is 3." }] },
      ],
      scores: [],
      pairs: [
        {
          problem: "1 + 1?",
          chosen: "It is 2.",
          rejected: "It is 3.",
          origin: "imported",
          margin: 2,
          meta: { chosen_model: "m" },
        },
      ],
    },
  });
});

test("message lists, with the prompt apart or inside, give the same drafts as texts", () => {
  const { prompt, chosen, rejected } = row;
  const expected = preference.drafts({ prompt, chosen, rejected }, {});
  const apart = { prompt: [user(prompt)], chosen: [assistant(chosen)], rejected: [assistant(rejected)] };
  const inside = { chosen: [user(prompt), assistant(chosen)], rejected: [user(prompt), assistant(rejected)] };
  for (const given of [apart, inside, { ...inside, prompt }]) {
    expect(preference.recognises(given)).toBe(true);
    expect(preference.drafts(given, {})).toEqual(expected);
  }
});

test("the pair names its paths by the text that their segments join to", () => {
  fc.assert(
    fc.property(traceText, traceText, (chosen, rejected) => {
      const drafts = preference.drafts({ prompt: "p", chosen, rejected }, {});
      if (!drafts.ok) return;
      const [pair] = drafts.value.pairs;
      expect(drafts.value.paths.map((path) => joinSegments(path.segments))).toEqual([
        pair?.chosen,
        pair?.rejected,
      ]);
    }),
  );
});

test("two equal sides and a conversation of several questions are faults", () => {
  expect(preference.drafts({ ...row, rejected: row.chosen }, {})).toMatchObject({
    error: { field: "rejected" },
  });
  const long = { ...row, prompt: [user("a"), assistant("b"), user("c")] };
  expect(preference.drafts(long, {})).toMatchObject({ error: { field: "prompt" } });
  expect(preference.recognises({ chosen: "a", rejected: "b" })).toBe(false);
});
