import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { type Call, fakeStudio } from "#components/problems/fake-studio.ts";
import { fail, testCache } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import { unitQuery } from "./queries.ts";
import { AT, cacheWith, P, QUEUE, region, settledBy, showUnit as show, standing } from "./show-unit.tsx";

let _calls: Call[];
beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  // The view is kept in the browser; rendered, so that no editor is needed here.
  localStorage.setItem("lemma.trace-view", "rendered");
  _calls = fakeStudio();
});
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
const press = (key: string, more = {}) => fireEvent.keyDown(window, { key, ...more });

describe("a unit", () => {
  test("shows its problem, and both paths with what reviewers don't see", () => {
    show();
    expect(region("Problem").getByText("How many eggs are left?")).toBeTruthy();
    expect(region("First path").getByRole("link", { name: "small-7b" })).toBeTruthy();
    expect(region("First path").getByText("Sixteen minus three.")).toBeTruthy();
    expect(region("Second path").getByText("a person")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Near ties" }).getAttribute("href")).toBe(`${AT}?view=units`);
  });

  test("shows its problem as it was written on demand", () => {
    show(cacheWith({ problemText: "Is $x^2$ even?" }));
    fireEvent.click(region("Problem").getByRole("button", { name: "Raw" }));
    expect(region("Problem").getByText("Is $x^2$ even?")).toBeTruthy();
  });

  test("shows all answers side by side with strength, time, comment and notes", () => {
    show();
    const [ben, cleo, dan] = region("Answers").getAllByRole("listitem");
    expect(ben?.textContent).toMatch(
      /^First is better.*clearly.*Ben, 31 s.*It counts the eggs that were eaten\./,
    );
    expect(cleo?.textContent).toMatch(
      /^Second is better.*late.*Cleo, 1 min 35 s.*First: “minus”Minus what\?/,
    );
    expect(screen.getByText(/^Dan,/).closest("li")?.textContent).toMatch(/^Skipped/);
    expect(dan).toBeTruthy();
  });

  test("shows the plain count beside the one weighed by reliability", () => {
    const weighted = [
      { category: "second", probability: 0.81 },
      { category: "first", probability: 0.19 },
    ];
    show(cacheWith({ weighted }));
    expect(region("Each answer counts once").getByText("No answer has more than half.")).toBeTruthy();
    expect(
      region("Each answer counts once")
        .getAllByRole("listitem")
        .map((one) => one.textContent),
    ).toEqual(["First is better1, 50.0 %", "Second is better1, 50.0 %"]);
    expect(
      region("Weighed by reliability")
        .getAllByRole("listitem")
        .map((one) => one.textContent),
    ).toEqual(["Second is better81.0 %", "First is better19.0 %"]);
  });

  test("that nobody has answered says so", () => {
    show(cacheWith({ votes: [], state: "open" }));
    expect(screen.getByText("Nobody has answered yet.")).toBeTruthy();
    expect(screen.getByText("There is no answer to count.")).toBeTruthy();
    expect(standing()).toContain("Reviewers are still answering.");
  });

  test("that isn't there is said to be missing", () => {
    const cache = testCache();
    fail(cache, unitQuery(api, P, QUEUE, 40).queryKey, new ORPCError("not_found", { message: "No." }));
    show(cache);
    expect(screen.getByText("This unit couldn't be found")).toBeTruthy();
  });

  test("is announced as loading before it is there", () => {
    show(testCache());
    expect(screen.getByRole("status").textContent).toBe("Loading");
  });
});

describe("going on", () => {
  test("is by j to the next disputed unit, and k goes back", () => {
    const { visited } = show(cacheWith({}, [39, 40, 41]));
    expect(button(/^Next of 3 disputed/).disabled).toBe(false);
    press("j");
    press("k");
    expect(visited).toEqual([`${AT}/units/41`, `${AT}/units/39`]);
  });

  test("after the decision goes to the one that followed in the list as it was", async () => {
    _calls = fakeStudio(() => settledBy("tie"));
    const { visited } = show(cacheWith({}, [39, 40, 41]));
    press("3");
    await waitFor(() => expect(standing()).toContain("Decided by Ada"));
    press("j");
    expect(visited).toEqual([`${AT}/units/41`]);
  });

  test("isn't offered where nothing else is disputed", () => {
    const { visited } = show(cacheWith({}, [40]));
    expect(button(/^Next of 1 disputed/).disabled).toBe(true);
    press("j");
    expect(visited).toEqual([]);
  });
});
