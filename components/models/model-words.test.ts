import { describe, expect, test } from "vitest";
import { keyWords, limitWords, priceWords, triesWords } from "./model-words.ts";

describe("a model in words", () => {
  test("has its price, or none", () => {
    expect(priceWords({ inputPrice: 0, outputPrice: 0 })).toBe("no price");
    expect(priceWords({ inputPrice: 0.15, outputPrice: 6 })).toBe("$0.15 in, $6.00 out a million tokens");
  });
  test("has the limits that it has", () => {
    expect(limitWords({ concurrency: 4, requestsPerMinute: null, tokensPerMinute: null })).toBe(
      "4 at a time",
    );
    expect(limitWords({ concurrency: 1, requestsPerMinute: 500, tokensPerMinute: 90_000 })).toBe(
      "1 at a time, 500 requests a minute, 90,000 tokens a minute",
    );
  });
  test("shows no more of a key than its end", () => {
    expect([keyWords(null), keyWords(""), keyWords("9abc")]).toEqual(["no key", "has a key", "key …9abc"]);
  });
});

test("a call that went out once has nothing to say about it", () => {
  expect(triesWords({ attempts: 1, lost: 0 })).toBeNull();
  expect(triesWords({ attempts: 3, lost: 1 })).toBe("3 tries, 1 lost with a worker");
});
