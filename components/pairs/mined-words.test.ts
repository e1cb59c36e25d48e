import { expect, test } from "vitest";
import { minedWords } from "./mined-words.ts";

test.each([
  [{ created: 1319, present: 0 }, "1,319 new pairs"],
  [{ created: 1, present: 8 }, "1 new pair"],
  [{ created: 0, present: 2638 }, "No new pair: all 2,638 were there already"],
  [{ created: 0, present: 0 }, "No pair was found"],
  [{}, "No pair was found"],
])("a mining run that counted %j is summed up as %j", (counts, words) => {
  expect(minedWords({ counts })).toBe(words);
});
