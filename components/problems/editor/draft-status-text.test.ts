import { expect, test } from "vitest";
import { draftStatusText } from "./draft-status-text.ts";

const saved = (before: number) =>
  draftStatusText({ status: "saved", at: 1_000_000_000 - before * 1000 }, 1_000_000_000);

test("a draft says how long ago it was saved, coarser the longer it is", () => {
  expect([0, 4, 5, 59, 60, 3599, 3600, 86_400, 2 * 86_400].map(saved)).toEqual([
    "Draft saved just now",
    "Draft saved just now",
    "Draft saved 5 s ago",
    "Draft saved 59 s ago",
    "Draft saved 1 min ago",
    "Draft saved 59 min ago",
    "Draft saved 1 h ago",
    "Draft saved 24 h ago",
    "Draft saved 2 days ago",
  ]);
});

test("a clock that runs behind the studio's gives no time in the future", () => {
  expect(saved(-30)).toBe("Draft saved just now");
});

test("a draft that isn't in the studio says where it is", () => {
  expect(draftStatusText({ status: "none" }, 0)).toBe("");
  expect(draftStatusText({ status: "offline" }, 0)).toContain("in this browser");
  expect(draftStatusText({ status: "refused", message: "It is in the bin." }, 0)).toContain(
    "It is in the bin.",
  );
});
