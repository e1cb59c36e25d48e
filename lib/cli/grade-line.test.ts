import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPair } from "./grade-line.ts";

const pair = (reference: string, prediction: string) => ({ ok: true, pair: { reference, prediction } });

test("every pair of texts comes out as it went in, whatever stands beside it", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.dictionary(fc.string(), fc.jsonValue()), (gold, pred, more) => {
      const row = new Map(Object.entries(more)).set("gold", gold).set("pred", pred);
      expect(readPair(JSON.stringify(Object.fromEntries(row)))).toEqual(pair(gold, pred));
    }),
  );
});

test("never throws, and what it can't read it says in one line", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = readPair(text);
      expect(read.ok ? "" : read.fault).not.toContain("\n");
    }),
  );
});

describe("numbers and booleans", () => {
  test.each([
    ['{"gold": 18, "pred": "18"}', "18", "18"],
    ['{"gold": 0.10, "pred": 1e-3}', "0.10", "1e-3"],
    ['{"gold": 123456789012345678901234567890, "pred": -0}', "123456789012345678901234567890", "-0"],
    ['{"gold": true, "pred": false, "n": 1}', "true", "false"],
    ['{"gold": 1, "pred": "2", "more": {"gold": 3}}', "1", "2"],
  ])("%s", (text, gold, pred) => {
    expect(readPair(text)).toEqual(pair(gold, pred));
  });
});

describe("a line that can't be read says why", () => {
  test.each([
    ['{"gold": "1", "pred"', "this isn't a JSON object"],
    ["[1, 2]", "this isn't a JSON object"],
    ["null", "this isn't a JSON object"],
    ['{"pred": "1"}', 'it has no "gold"'],
    ['{"gold": "1"}', 'it has no "pred"'],
    ['{"gold": 1, "pred": null}', '"pred" must be a text, a number or a boolean, and is null'],
    ['{"gold": [1], "pred": 1}', '"gold" must be a text, a number or a boolean, and is a list'],
    ['{"gold": {}, "pred": 1}', '"gold" must be a text, a number or a boolean, and is an object'],
  ])("%s", (text, fault) => {
    expect(readPair(text)).toEqual({ ok: false, fault: expect.stringContaining(fault) });
  });
});

test("of a last line that a file breaks off in, that is said", () => {
  expect(readPair('{"gold": "1", "pr', false)).toMatchObject({
    fault: expect.stringContaining("ends in the middle"),
  });
  expect(readPair('{"gold": "1"}', false)).toMatchObject({ fault: 'it has no "pred"' });
  expect(readPair('{"gold": 1, "pred": 1}', false)).toEqual(pair("1", "1"));
});
