import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeLayout } from "../fake-layout.ts";
import { BarChart } from "./bar-chart.tsx";
import { LineChart } from "./line-chart.tsx";
import { ScatterChart } from "./scatter-chart.tsx";

beforeEach(() => {
  fakeLayout({ width: 600, height: 300 });
});
afterEach(cleanup);

function cells(): string[][] {
  return within(screen.getByRole("table"))
    .getAllByRole("row")
    .map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? ""));
}

test("a line chart says all its numbers to those who don't see it, and gaps as such", () => {
  render(
    <LineChart
      label="Yield"
      xLabel="k"
      yLabel="Paths"
      series={[
        {
          name: "kept",
          points: [
            { x: 2, y: 1500 },
            { x: 1, y: 1000 },
          ],
        },
        { name: "bound", points: [{ x: 1, y: null }], dashed: true },
      ]}
    />,
  );
  expect(screen.getByRole("figure", { name: "Yield" })).toBeTruthy();
  expect(cells()).toEqual([
    ["k", "kept", "bound"],
    ["1", "1,000", "—"],
    ["2", "1,500", "—"],
  ]);
});

test("a bar chart has a row for each category", () => {
  render(
    <BarChart
      label="Grades"
      xLabel="Grade"
      yLabel="Paths"
      categories={["1", "2"]}
      bars={[
        { name: "correct", values: [3, 4] },
        { name: "incorrect", values: [5] },
      ]}
      stacked
    />,
  );
  expect(cells()).toEqual([
    ["Grade", "correct", "incorrect"],
    ["1", "3", "5"],
    ["2", "4", "0"],
  ]);
});

test("a scatter chart names each point", () => {
  render(
    <ScatterChart label="Cost" xLabel="B" yLabel="Distinct" xLog points={[{ name: "m", x: 7, y: 1.25 }]} />,
  );
  expect(cells()).toEqual([
    ["Name", "B", "Distinct"],
    ["m", "7", "1.25"],
  ]);
});
