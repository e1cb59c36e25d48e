import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fakeStudio } from "#components/problems/fake-studio.ts";
import { fail } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import { exampleUnitRow } from "./example-queues.ts";
import { unitsQuery } from "./queries.ts";
import { unitFilterOf } from "./queue-params.ts";
import { AT, cacheWith, ID, P, showQueue as show } from "./show-queue.tsx";

beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  fakeStudio();
});
afterEach(cleanup);

describe("units", () => {
  const units = [
    exampleUnitRow({}),
    exampleUnitRow({ id: 41, answered: 2, wanted: 2, share: 0.5, tags: ["misread", "format"] }),
  ];
  const grid = () => screen.getByRole("grid", { name: "Units of the queue" });

  test("that are disputed come first, each leading to its page", () => {
    show(cacheWith({ units }), "?view=units");
    const rows = within(grid()).getAllByRole("row").slice(1);
    const cells = rows.map((row) =>
      within(row)
        .getAllByRole("gridcell")
        .map((cell) => cell.textContent),
    );
    expect(cells).toEqual([
      ["How many eggs?", "Disputed", "3 of 3", "33.3 %", "—", ""],
      ["How many eggs?", "Disputed", "2 of 2", "50.0 %", "—", "misread, format"],
    ]);
    expect(rows.map((row) => within(row).getByRole("link").getAttribute("href"))).toEqual([
      `${AT}/units/40`,
      `${AT}/units/41`,
    ]);
  });

  test("are opened by keys", () => {
    const { visited } = show(cacheWith({ units }), "?view=units");
    for (const key of ["j", "j", "o"]) fireEvent.keyDown(window, { key });
    expect(visited).toEqual([`${AT}/units/41`]);
  });

  test("that are gold say what is known of them", () => {
    const gold = exampleUnitRow({ state: "open", gold: "first", answered: 7, wanted: 0, share: null });
    show(cacheWith({ list: "gold", units: [gold] }), "?view=units&units=gold");
    const [, row] = within(grid()).getAllByRole("row");
    expect(row?.textContent).toContain("Gold");
    expect(row?.textContent).toContain("First is better");
  });

  test("are cards where the screen is narrow", () => {
    fakeLayout({ width: 390, height: 600 });
    show(cacheWith({ units }), "?view=units");
    expect(within(grid()).getByText("3 of 3, 33.3 % agree · —")).toBeTruthy();
  });

  test("couldn't be loaded: that is said in their place", () => {
    const cache = cacheWith();
    const { queryKey } = unitsQuery(api, P, ID, unitFilterOf("disputed"));
    fail(cache, queryKey, new ORPCError("internal", { message: "It broke." }));
    show(cache, "?view=units");
    expect(screen.getByText("These units couldn't be loaded")).toBeTruthy();
  });
});
