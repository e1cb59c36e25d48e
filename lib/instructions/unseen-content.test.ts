import fc from "fast-check";
import { expect, test } from "vitest";
import { unseenContent } from "./unseen-content.ts";

const plain = fc.constantFrom(
  "A square has side 2.",
  "The graph of $y = x$ is a line.",
  "Ann draws a picture.",
  "求面积。",
);
const unseen = fc.constantFrom(
  ["See https://example.org for it.", "a link"],
  ["[asy] draw(A--B); [/asy]", "a drawing"],
  ["In the diagram, AB = 2.", "a figure"],
  ["The chart below has it.", "a figure"],
  ["The table below has it.", "a table"],
  ["如图，AB = 2。", "a figure"],
);

test("what can't be seen is found wherever it stands, and nothing where all can", () => {
  fc.assert(
    fc.property(fc.array(plain), fc.array(plain), unseen, (before, after, [text = "", what]) => {
      expect(unseenContent([...before, ...after].join(" "))).toBeNull();
      expect(unseenContent([...before, text, ...after].join(" "))).toBe(what);
    }),
  );
});

test("a table that stands in the text may be spoken of; a figure can't stand in one", () => {
  const table = "\\begin{tabular}{c|c} x & y \\\\ 1 & 2 \\end{tabular}";
  expect(unseenContent(`The table below has it. ${table}`)).toBeNull();
  expect(unseenContent(`The figure below has it. ${table}`)).toBe("a figure");
});
