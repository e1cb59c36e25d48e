import "#components/problems/fake-studio.ts";

import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeStudio } from "#components/problems/fake-studio.ts";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { QueueAgreement } from "#lib/review/contract/agreement.ts";
import { defined, exampleAgreement, exampleReviewer, noFigure } from "./example-queues.ts";
import { cacheWith, P, showQueue as show } from "./show-queue.tsx";

beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  fakeStudio();
});
afterEach(cleanup);

const tableRows = (name: string) =>
  within(screen.getByRole("region", { name }))
    .getAllByRole("row")
    .map((row) => [...row.children].map((cell) => cell.textContent));

describe("agreement", () => {
  const why = "Everybody always said the same, so chance alone would agree as well.";
  const agreement: QueueAgreement = {
    all: exampleAgreement({ fleiss: noFigure(why) }),
    bySubdomain: [{ ...exampleAgreement({ units: 30, alphaNominal: defined(-0.1) }), subdomain: null }],
    byPair: [
      {
        a: { id: "u1", name: "Ben" },
        b: { id: "u2", name: "Cleo" },
        shared: 44,
        percent: defined(0.75, 0.6, 0.85),
        cohen: noFigure(why),
      },
    ],
  };

  test("comes with intervals, and what is undefined is explained", () => {
    show(cacheWith({ agreement }), "?view=agreement");
    const figures = [...screen.getByRole("region", { name: "Over all" }).querySelectorAll("dd")];
    expect(figures.map((one) => one.textContent)).toEqual([
      "75.0 %70.0 % to 80.0 %",
      "0.6120.500 to 0.700",
      "undefinedIts answers have no order.",
      `undefined${why}`,
    ]);
    expect(screen.getByText("not reliable")).toBeTruthy();
    expect(document.body.textContent).not.toContain("NaN");
  });

  test("stands by sub-domain, and for each two reviewers", () => {
    show(cacheWith({ agreement }), "?view=agreement");
    expect(tableRows("Agreement by sub-domain")[1]?.slice(0, 4)).toEqual([
      "None",
      "30",
      "75.0 %70.0 % to 80.0 %",
      "−0.100",
    ]);
    expect(tableRows("Agreement of two reviewers")[1]).toEqual([
      "Ben and Cleo",
      "44",
      "75.0 %60.0 % to 85.0 %",
      `undefined: ${why}`,
    ]);
  });

  test("of a queue without two answers to anything says how it comes about", () => {
    const none = exampleAgreement({ units: 0 });
    show(cacheWith({ agreement: { all: none, bySubdomain: [], byPair: [] } }), "?view=agreement");
    expect(screen.getByText("Nothing to compare yet")).toBeTruthy();
  });

  test("is announced as loading before it is there", () => {
    show(cacheWith(), "?view=agreement");
    expect(screen.getByRole("status").textContent).toBe("Loading");
  });
});

describe("reviewers", () => {
  test("stand with pace, agreement, gold, reliability and what they hold", () => {
    const stuck = exampleReviewer({
      id: "u2",
      name: "Cleo",
      answers: 4,
      perHour: null,
      medianSeconds: null,
      agreement: noFigure("Nobody else has answered the same units."),
      gold: { right: 0, of: 0 },
      holds: 2,
      heldSince: "2026-11-25T07:00:00.000Z",
      days: [],
      warning: "one_sided",
    });
    show(cacheWith({ reviewers: [exampleReviewer({}), stuck] }), "?view=reviewers");
    const [, ben, cleo] = tableRows("Table of reviewers");
    expect(ben?.slice(0, 10)).toEqual([
      "Ben",
      "100",
      "3",
      "120",
      "28 s",
      "75.0 %70.0 % to 80.0 %",
      "8 of 9",
      "90.0 %",
      "52.0 %45.0 % to 59.0 %",
      "—",
    ]);
    expect(cleo?.slice(0, 7)).toEqual([
      "CleoOne side",
      "4",
      "3",
      "—",
      "—",
      "undefined: Nobody else has answered the same units.",
      "—",
    ]);
    expect(cleo?.[9]).toMatch(/^2/);
    const days = within(screen.getByRole("figure", { name: "Answers by day" })).getAllByRole("row");
    expect(days.map((row) => row.textContent)).toEqual([
      "DayAnswers",
      "2026-11-2340",
      "2026-11-240",
      "2026-11-2560",
    ]);
  });

  test("of whom none has begun are told of", () => {
    show(cacheWith({ reviewers: [] }), "?view=reviewers");
    expect(screen.getByText("Nobody has begun")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Members" }).getAttribute("href")).toBe(`/projects/${P}/members`);
  });
});
