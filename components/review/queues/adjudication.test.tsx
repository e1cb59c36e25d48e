import "#components/problems/fake-studio.ts";

import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Call, fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { FullUnit } from "#lib/review/contract/queues.ts";
import { exampleUnit, exampleVote } from "./example-queues.ts";
import { AT, cacheWith, region, settledBy, showUnit as show, standing } from "./show-unit.tsx";

let calls: Call[];
beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  // The view is kept in the browser; rendered, so that no editor is needed here.
  localStorage.setItem("lemma.trace-view", "rendered");
  calls = fakeStudio();
});
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
const press = (key: string, more = {}) => fireEvent.keyDown(window, { key, ...more });

describe("deciding", () => {
  test("takes a key, with the tags and the remark, and says who decided what", async () => {
    calls = fakeStudio(() => settledBy("second"));
    show();
    fireEvent.click(button("Add arithmetic"));
    fireEvent.change(screen.getByLabelText(/^Remark/), { target: { value: "Two slips." } });
    press("2");
    await waitFor(() => expect(standing()).toContain("Decided by Ada: Second is better"));
    expect(calls[0]).toMatchObject({
      method: "PUT",
      path: `${AT}/units/40/decision`,
      body: { version: 4, category: "second", tags: ["arithmetic"], remark: "Two slips." },
    });
    expect(button(/^Second is better/).getAttribute("aria-pressed")).toBe("true");
  });

  test.each([
    ["1", "first"],
    ["3", "tie"],
    ["4", "both_bad"],
  ])("by %s says %s", async (key, category) => {
    calls = fakeStudio(() => settledBy(category));
    show();
    press(key);
    await waitFor(() => expect(calls[0]?.body).toMatchObject({ category }));
  });

  test("while typing a remark takes no key", () => {
    show();
    const remark = screen.getByLabelText(/^Remark/);
    remark.focus();
    fireEvent.keyDown(remark, { key: "1" });
    expect(calls).toEqual([]);
  });

  test("offers tags in use that aren't given yet; t goes to the field", () => {
    show(cacheWith({ tags: ["misread"] }));
    const suggested = within(screen.getByRole("list", { name: "Tags in use" }));
    expect(suggested.getAllByRole("button").map((one) => one.textContent)).toEqual(["arithmetic12"]);
    press("t");
    expect(document.activeElement).toBe(screen.getByLabelText(/^Error tags/));
  });

  test("after somebody else did says so, keeps what was typed, and loads theirs", async () => {
    calls = fakeStudio(({ method }) => {
      if (method === "GET") return settledBy("tie", { settledBy: "Eve" });
      throw new Refusal(409, "conflict", "Somebody else has decided on this.", { field: "version" });
    });
    const cache = cacheWith();
    cache.setDefaultOptions({ queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } });
    show(cache);
    fireEvent.change(screen.getByLabelText(/^Remark/), { target: { value: "Two slips." } });
    press("1");
    expect(await screen.findByText("Somebody else was faster")).toBeTruthy();
    fireEvent.click(button("Load theirs"));
    await waitFor(() => expect(standing()).toContain("Decided by Eve: Tie"));
    expect(screen.queryByText("Somebody else was faster")).toBeNull();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Remark/).value).toBe("Two slips.");
  });

  test("that fails for another reason says so, and can be tried again", async () => {
    calls = fakeStudio();
    show();
    press("1");
    expect(await screen.findByText("It wasn't saved")).toBeTruthy();
    calls = fakeStudio(() => settledBy("first"));
    press("1");
    await waitFor(() => expect(standing()).toContain("Decided by Ada: First is better"));
    expect(screen.queryByText("It wasn't saved")).toBeNull();
  });
});

describe("other kinds are decided by what fits them", () => {
  const path = (pathId: number, content: string): FullUnit["paths"][number] => ({
    pathId,
    segments: [{ type: "text", content }],
    verdict: null,
    model: null,
    answer: null,
  });

  test("a grade by its digit, 0 for ten", async () => {
    calls = fakeStudio(() => settledBy("10", { kind: "score" }));
    show(cacheWith({ kind: "score", votes: [], paths: [path(70, "Eighteen.")] }));
    press("0");
    await waitFor(() => expect(standing()).toContain("10 of 10"));
    expect(calls[0]?.body).toMatchObject({ category: "10" });
  });

  test("the first wrong step by its number, or by the step itself", async () => {
    const votes = [exampleVote({ category: "1", value: null, strength: null })];
    const kind = { kind: "first_wrong", votes, paths: [path(70, "Sixteen.\n\nMinus four.\nNine.")] } as const;
    calls = fakeStudio(() => settledBy("1", { ...kind, paths: [...kind.paths] }));
    show(cacheWith({ ...kind, paths: [...kind.paths] }));
    const steps = region("Steps").getAllByRole("listitem");
    expect(steps.map((one) => one.textContent)).toEqual(["1Sixteen.", "2Minus four.1", "3Nine."]);
    press("2");
    await waitFor(() => expect(standing()).toContain("Decided by Ada: Step 2"));
    expect(calls[0]?.body).toMatchObject({ category: "1" });
    fireEvent.click(button("Step 3 is wrong first"));
    await waitFor(() => expect(calls.at(-1)?.body).toMatchObject({ category: "2" }));
  });

  test("a ranking by its paths' numbers, best first, with an equals sign for a tie", async () => {
    const paths = [path(7, "A."), path(8, "B."), path(9, "C.")];
    const votes = [exampleVote({ category: "7>8>9", value: null, strength: null })];
    calls = fakeStudio(() => settledBy("9>7=8", { kind: "ranking", votes, paths }));
    show(cacheWith({ kind: "ranking", votes, paths }));
    expect(button(/^Decide/).disabled).toBe(true);
    for (const key of ["3", "2", "=", "1"]) press(key);
    expect(screen.getByText("3 > 2 = 1")).toBeTruthy();
    press("Backspace");
    expect(screen.getByText("3 > 2")).toBeTruthy();
    for (const key of ["=", "1"]) press(key);
    press("Enter", { ctrlKey: true });
    await waitFor(() => expect(standing()).toContain("Decided by Ada: 3 > 1 = 2"));
    expect(calls[0]?.body).toMatchObject({ category: "9>7=8" });
    fireEvent.click(button("As one says: 1 > 2 > 3"));
    expect(screen.getByText("1 > 2 > 3", { selector: "[role=status]" })).toBeTruthy();
  });

  test("a seed by good, bad and can't decide, and what was said of its questions stands with it", async () => {
    calls = fakeStudio(() => settledBy("bad", { kind: "seed", paths: [] }));
    const value = { kind: "seed", verdict: "bad", clear: true, solvable: false, answerRight: null };
    show(
      cacheWith({
        kind: "seed",
        paths: [],
        votes: [exampleVote({ category: "bad", value, strength: null })],
      }),
    );
    expect(region("Answers").getByText("clear, not solvable")).toBeTruthy();
    press("2");
    await waitFor(() => expect(calls[0]?.body).toMatchObject({ category: "bad" }));
  });
});

describe("gold", () => {
  test("is made by g and the known answer", async () => {
    calls = fakeStudio(() => exampleUnit({ gold: "first", state: "open", version: 5 }));
    show();
    press("g");
    press("1");
    await waitFor(() => expect(standing()).toContain("Gold: First is better is known to be right."));
    expect(calls[0]).toMatchObject({
      method: "PUT",
      path: `${AT}/units/40/gold`,
      body: { version: 4, category: "first" },
    });
  });

  test("becomes ordinary again by g, and keys decide again", async () => {
    calls = fakeStudio(({ path }) =>
      path.endsWith("gold") ? exampleUnit({ version: 5, state: "open" }) : settledBy("tie"),
    );
    show(cacheWith({ gold: "first", state: "open" }));
    press("g");
    await waitFor(() => expect(standing()).toContain("Reviewers are still answering."));
    expect(calls[0]?.body).toEqual({ version: 4, category: null });
    press("3");
    await waitFor(() => expect(calls.at(-1)?.path ?? "").toBe(`${AT}/units/40/decision`));
  });
});
