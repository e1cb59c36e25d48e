import { expect, test } from "vitest";
import { examplePreview } from "./example-selections.ts";
import { funnelRows, previewNumbers } from "./preview-numbers.ts";

test("the funnel ends with what is kept, and says what each step takes", () => {
  expect(funnelRows(examplePreview({}), 2)).toEqual([
    { step: "All", paths: 600, problems: 100, lost: 0, share: 1 },
    { step: "Verdict", paths: 360, problems: 90, lost: 240, share: 0.6 },
    { step: "Different reasoning", paths: 300, problems: 90, lost: 60, share: 0.5 },
    { step: "Kept, at most 2 of each", paths: 150, problems: 90, lost: 150, share: 0.25 },
  ]);
});

test("a k that the preview doesn't know has no number, rather than a wrong one", () => {
  expect(previewNumbers(examplePreview({}), 12)).toMatchObject({ kept: null, covered: 90 });
  expect(funnelRows(examplePreview({}), 12)).toHaveLength(3);
});

test("a project without paths has nothing to divide by", () => {
  const empty = examplePreview({
    funnel: [{ step: "All", paths: 0, problems: 0 }],
    byK: [{ k: 4, kept: 0, meanDistance: null }],
  });
  expect(funnelRows(empty, 4).map(({ share }) => share)).toEqual([0, 0]);
});
