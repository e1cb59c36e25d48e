import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DataGrid } from "./data-grid.tsx";
import { fakeLayout } from "./fake-layout.ts";

beforeEach(() => fakeLayout({ width: 1000, height: 400 }));
afterEach(cleanup);

type Row = { id: string; name: string };

function rowsOf(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: `r${index}`, name: `Row ${index}` }));
}

const base = {
  label: "Problems",
  rowKey: (row: Row) => row.id,
  columns: [
    { key: "name", header: "Name", cell: (row: Row) => row.name, sortable: true },
    { key: "id", header: "Id", width: 80, cell: (row: Row) => row.id },
  ],
};

describe("DataGrid", () => {
  test("of thousands of rows only those in view exist, and the grid says how many there are", () => {
    render(<DataGrid {...base} rows={rowsOf(5000)} />);
    expect(screen.getByRole("grid", { name: "Problems" }).getAttribute("aria-rowcount")).toBe("5001");
    expect(screen.getAllByRole("row").length).toBeLessThan(60);
    expect(screen.getByText("Row 0")).toBeTruthy();
  });

  test("arrow keys move the active row, Enter follows its link, and a row far away exists once it is active", () => {
    render(<DataGrid {...base} rowHref={(row) => `#${row.id}`} rows={rowsOf(5000)} />);
    const grid = screen.getByRole("grid");
    const followed: (string | null)[] = [];
    grid.addEventListener("click", (event) => {
      event.preventDefault();
      followed.push(event.target instanceof Element ? event.target.getAttribute("href") : null);
    });
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    fireEvent.keyDown(grid, { key: "Enter" });
    fireEvent.keyDown(grid, { key: "End" });
    const active = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
    expect(active?.getAttribute("aria-rowindex")).toBe("5001");
    fireEvent.keyDown(grid, { key: "Enter" });
    expect(followed).toEqual(["#r1", "#r4999"]);
  });

  test("Enter and a click open a row that is no link", () => {
    const opened: string[] = [];
    render(<DataGrid {...base} onRowOpen={(row) => opened.push(row.id)} rows={rowsOf(3)} />);
    fireEvent.keyDown(screen.getByRole("grid"), { key: "ArrowDown" });
    fireEvent.keyDown(screen.getByRole("grid"), { key: "Enter" });
    fireEvent.click(screen.getByText("Row 2"));
    expect(opened).toEqual(["r0", "r2"]);
  });

  test("space and the boxes select; the box of the header selects all that is loaded", () => {
    const changes: string[][] = [];
    render(
      <DataGrid
        {...base}
        onSelectedChange={(selected) => changes.push([...selected])}
        rows={rowsOf(3)}
        selected={new Set(["r1"])}
      />,
    );
    fireEvent.keyDown(screen.getByRole("grid"), { key: "Home" });
    fireEvent.keyDown(screen.getByRole("grid"), { key: " " });
    fireEvent.click(screen.getByRole("checkbox", { name: "Select row 2" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Select all loaded rows" }));
    expect(changes).toEqual([["r1", "r0"], [], ["r1", "r0", "r2"]]);
    const rows = screen.getAllByRole("row").map((row) => row.getAttribute("aria-selected"));
    expect(rows).toEqual([null, "false", "true", "false"]);
  });

  test("more rows are asked for once for each length, and not while they are on their way", () => {
    const ask = vi.fn();
    const view = render(<DataGrid {...base} hasMore onEndReached={ask} rows={rowsOf(10)} />);
    view.rerender(<DataGrid {...base} hasMore loadingMore onEndReached={ask} rows={rowsOf(10)} />);
    view.rerender(<DataGrid {...base} hasMore onEndReached={ask} rows={rowsOf(10)} />);
    expect(ask).toHaveBeenCalledTimes(1);
    view.rerender(<DataGrid {...base} hasMore onEndReached={ask} rows={rowsOf(12)} />);
    expect(ask).toHaveBeenCalledTimes(2);
    view.rerender(<DataGrid {...base} onEndReached={ask} rows={rowsOf(14)} />);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test("a header sorts and says so", () => {
    const sorts: unknown[] = [];
    render(
      <DataGrid
        {...base}
        onSortChange={(sort) => sorts.push(sort)}
        rows={rowsOf(1)}
        sort={{ key: "name", direction: "asc" }}
      />,
    );
    expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("ascending");
    fireEvent.click(screen.getByRole("button", { name: "Name" }));
    expect(sorts).toEqual([{ key: "name", direction: "desc" }]);
  });

  test("where it is narrow rows are cards without a header", () => {
    fakeLayout({ width: 390, height: 400 });
    render(<DataGrid {...base} card={(row: Row) => <p>Card of {row.name}</p>} rows={rowsOf(2)} />);
    expect(screen.getByText("Card of Row 1")).toBeTruthy();
    expect(screen.queryByRole("columnheader")).toBeNull();
  });

  test("loading, empty and failed each show what they are", () => {
    const view = render(<DataGrid {...base} empty={<p>No problems yet</p>} loading rows={[]} />);
    expect(screen.getByRole("grid").getAttribute("aria-busy")).toBe("true");
    view.rerender(<DataGrid {...base} empty={<p>No problems yet</p>} rows={[]} />);
    expect(screen.getByText("No problems yet")).toBeTruthy();
    view.rerender(<DataGrid {...base} error={<p>It failed</p>} rows={rowsOf(2)} />);
    expect(screen.getByText("It failed")).toBeTruthy();
    expect(screen.queryByRole("grid")).toBeNull();
  });
});
