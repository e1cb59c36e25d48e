import { describe, expect, test } from "vitest";
import { gridTemplate, nextSort } from "./data-grid-columns.ts";

describe("gridTemplate", () => {
  test("fixed columns keep their width, the others share what is left", () => {
    expect(gridTemplate([{ flex: 4, minWidth: 240 }, { width: 80 }, {}], false)).toEqual({
      template: "minmax(240px, 4fr) 80px minmax(120px, 1fr)",
      minWidth: 240 + 80 + 120,
    });
  });

  test("a selectable grid has a column for the boxes in front", () => {
    expect(gridTemplate([{ width: 80 }], true)).toEqual({ template: "36px 80px", minWidth: 116 });
  });
});

describe("nextSort", () => {
  test("a column goes from ascending to descending and back, another one starts ascending", () => {
    const first = nextSort(null, "a");
    expect(first).toEqual({ key: "a", direction: "asc" });
    const second = nextSort(first, "a");
    expect(second).toEqual({ key: "a", direction: "desc" });
    expect(nextSort(second, "a")).toEqual(first);
    expect(nextSort(second, "b")).toEqual({ key: "b", direction: "asc" });
  });
});
