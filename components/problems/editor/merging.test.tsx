import "#components/problems/fake-studio.ts";

import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { api } from "#components/api/api.ts";
import { type Call, fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { problemQuery } from "#components/problems/queries.ts";
import { showScreen } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { ProblemVersion } from "#lib/problems/contract/history.ts";
import type { Problem } from "#lib/problems/contract.ts";
import { fieldsOfProblem } from "./draft-fields.ts";
import { EditProblemScreen } from "./edit-problem-screen.tsx";
import { AT, cacheWith, draftOf, P, problem, studioWith } from "./testing-problem.ts";

beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  vi.stubGlobal("matchMedia", () => Object.assign(new EventTarget(), { matches: true }));
  localStorage.clear();
});
afterEach(cleanup);

/** A studio in which Paul saved version 4 while version 3 was being edited. */
function overtaking(theirs: Partial<Problem>): Call[] {
  const current: Problem = { ...problem, ...theirs, version: 4 };
  const version = (number: number, of: Problem): ProblemVersion => ({
    version: number,
    fields: fieldsOfProblem(of),
    cause: "edit",
    author: "Paul",
    at: AT,
    changed: [],
  });
  const saving = studioWith(current);
  return fakeStudio((call) => {
    if (call.path.includes("/versions")) {
      const items = call.path.includes("cursor=4") ? [version(3, problem)] : [version(4, current)];
      return { items, nextCursor: null, count: 4 };
    }
    if (call.method === "PATCH" && JSON.stringify(call.body).includes('"version":3'))
      throw new Refusal(409, "conflict", "Somebody changed it.");
    return saving(call);
  });
}

function edit(cache = cacheWith()) {
  showScreen(<EditProblemScreen id={7} project={P} />, cache);
  return cache;
}

const statement = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Statement" });
const write = (value: string) => fireEvent.change(statement(), { target: { value } });
const save = (at: Element = document.body) => fireEvent.keyDown(at, { key: "s", ctrlKey: true });
const patches = (calls: Call[]) => calls.filter(({ method }) => method === "PATCH").map(({ body }) => body);
const button = (name: RegExp | string, within_: HTMLElement = document.body) =>
  within(within_).getByRole<HTMLButtonElement>("button", { name });

describe("a problem that somebody else saved meanwhile", () => {
  test("isn't overwritten: both versions are shown, and what only one changed is chosen already", async () => {
    const calls = overtaking({ difficulty: "hard" });
    edit();
    write("What is a third of 36?");
    save();
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("Paul saved version 4");
    const difficulty = within(dialog).getByRole("region", { name: "Difficulty" });
    expect(within(difficulty).getByText("changed by Paul")).toBeTruthy();
    expect(button("Theirs", difficulty).getAttribute("aria-pressed")).toBe("true");
    const text = within(dialog).getByRole("region", { name: "Statement" });
    expect(within(text).getByText("changed by you")).toBeTruthy();
    fireEvent.click(button(/^Save this/, dialog));
    await waitFor(() => expect(patches(calls)).toHaveLength(2));
    expect(patches(calls)[1]).toMatchObject({
      version: 4,
      fields: { text: "What is a third of 36?", difficulty: "hard", answer: "18" },
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  test("can't be saved before each collision was decided", async () => {
    const calls = overtaking({ text: "What is a quarter of 36?" });
    edit();
    write("What is a third of 36?");
    save();
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByText("One field collides: choose.")).toBeTruthy();
    expect(button(/^Save this/, dialog).disabled).toBe(true);
    save(dialog);
    expect(patches(calls)).toHaveLength(1);
    fireEvent.click(button("Mine", within(dialog).getByRole("region", { name: "Statement" })));
    save(dialog);
    await waitFor(() =>
      expect(patches(calls)[1]).toMatchObject({ version: 4, fields: { text: "What is a third of 36?" } }),
    );
  });

  test("loses nothing where one goes on writing instead", async () => {
    overtaking({ text: "What is a quarter of 36?" });
    edit();
    write("What is a third of 36?");
    save();
    fireEvent.click(button("Go on writing", await screen.findByRole("dialog")));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(statement().value).toBe("What is a third of 36?");
    expect(screen.getByText("not saved")).toBeTruthy();
  });

  test("is told of as soon as it is known, and what changed can be taken over without saving", async () => {
    const calls = overtaking({ difficulty: "hard" });
    const cache = edit();
    write("What is a third of 36?");
    cache.setQueryData(problemQuery(api, P, 7).queryKey, { ...problem, difficulty: "hard", version: 4 });
    fireEvent.click(await screen.findByRole("button", { name: "See what changed" }));
    const dialog = await screen.findByRole("dialog");
    fireEvent.click(button(/^Take it over/, dialog));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getByRole<HTMLInputElement>("combobox", { name: /Difficulty/ }).value).toBe("hard");
    expect(statement().value).toBe("What is a third of 36?");
    expect(screen.queryByText("Someone saved this problem meanwhile")).toBeNull();
    expect(patches(calls)).toEqual([]);
  });

  test("is simply shown anew to whoever hasn't written anything", async () => {
    overtaking({ text: "What is a quarter of 36?" });
    const cache = edit();
    cache.setQueryData(problemQuery(api, P, 7).queryKey, {
      ...problem,
      text: "A quarter of 36?",
      version: 4,
    });
    await waitFor(() => expect(statement().value).toBe("A quarter of 36?"));
    expect(screen.queryByText("not saved")).toBeNull();
  });

  test("after a draft was left is told of when the draft is opened again", () => {
    overtaking({});
    edit(cacheWith({ draft: draftOf({ text: "Half a draft" }, 3), saved: { text: "New", version: 4 } }));
    expect(statement().value).toBe("Half a draft");
    expect(screen.getByText("Someone saved this problem meanwhile")).toBeTruthy();
  });
});
