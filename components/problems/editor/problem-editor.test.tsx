import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { api } from "#components/api/api.ts";
import { fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { problemQuery } from "#components/problems/queries.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import { EditProblemScreen } from "./edit-problem-screen.tsx";
import { NewProblemScreen } from "./new-problem-screen.tsx";
import { draftQuery } from "./queries.ts";
import { cacheWith, draftOf, P, problem, studioWith, writes } from "./testing-problem.ts";

beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  // Touch screens get plain fields to write in, which jsdom can show.
  vi.stubGlobal("matchMedia", () => Object.assign(new EventTarget(), { matches: true }));
  localStorage.clear();
  fakeStudio(studioWith());
});
afterEach(cleanup);

function edit(cache = cacheWith()) {
  return { cache, ...showScreen(<EditProblemScreen id={7} project={P} />, cache) };
}
const create = (cache = cacheWith()) => showScreen(<NewProblemScreen project={P} />, cache);
const field = (name: string) => screen.getByRole<HTMLTextAreaElement>("textbox", { name });
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const save = () => fireEvent.keyDown(document.body, { key: "s", ctrlKey: true });

describe("the editor of a problem", () => {
  test("opens with what is saved, drawn beside it, and says what the answer reads as", () => {
    edit();
    expect(field("Statement").value).toBe(problem.text);
    expect(screen.getByRole("region", { name: "Statement, drawn" }).querySelector(".katex")).toBeTruthy();
    expect(screen.getByRole("status", { name: "Reads as" }).textContent).toContain(
      "reads as the whole number 18",
    );
    expect(screen.queryByText("not saved")).toBeNull();
  });

  test("says at once what an answer is read as, and warns where only the same words would do", async () => {
    edit();
    const answer = screen.getByRole("textbox", { name: /Reference answer/ });
    fireEvent.change(answer, { target: { value: "3/4" } });
    await screen.findByText("reads as the fraction 3/4 = 0.75");
    fireEvent.change(answer, { target: { value: "an odd one" } });
    await screen.findByText("Only the same words will be found correct.");
    fireEvent.change(answer, { target: { value: "" } });
    await screen.findByText(/paths to this problem can't be checked/);
  });

  test("tells where a formula can't be drawn", async () => {
    edit();
    write("Statement", "One\nand $1 + \\foo$");
    expect(await screen.findByText("Line 2, column 10: Undefined control sequence: \\foo")).toBeTruthy();
  });

  test("keeps what is written as a draft: here at once, in the studio on leaving the field", async () => {
    const calls = fakeStudio(studioWith());
    edit();
    write("Statement", "Ten ducks");
    expect(screen.getByText("not saved")).toBeTruthy();
    expect(Object.values(localStorage).join("")).toContain("Ten ducks");
    fireEvent.blur(field("Statement"));
    const first = () => writes(calls)[0];
    await waitFor(() => expect(first()).toMatchObject({ method: "PUT", path: `/projects/${P}/drafts` }));
    expect(first()?.body).toMatchObject({ problem: 7, baseVersion: 3, fields: { text: "Ten ducks" } });
    expect(await screen.findByText("Draft saved just now")).toBeTruthy();
    expect(localStorage.length).toBe(0);
  });

  test("opens with the draft that was left, and throws it away once that was confirmed", async () => {
    const calls = fakeStudio(studioWith());
    edit(cacheWith({ draft: draftOf({ text: "Ten hens" }, 3) }));
    expect(field("Statement").value).toBe("Ten hens");
    fireEvent.click(screen.getByRole("button", { name: "Discard" }));
    const dialog = await screen.findByRole("alertdialog");
    expect(writes(calls)).toEqual([]);
    fireEvent.click(within(dialog).getByRole("button", { name: "Discard" }));
    await waitFor(() => expect(field("Statement").value).toBe(problem.text));
    expect(writes(calls)[0]).toMatchObject({ path: `/projects/${P}/drafts/discard`, body: { problem: 7 } });
    expect(screen.queryByText("not saved")).toBeNull();
  });

  test("opens with what this browser couldn't send", () => {
    const unsent = { fields: draftOf({ text: "On the train" }, 3).fields, baseVersion: 3, after: null };
    localStorage.setItem(`lemma.draft.olive.${P}.7`, JSON.stringify(unsent));
    edit();
    expect(field("Statement").value).toBe("On the train");
  });

  test("tells of a draft that was written in another window since, and takes it up", async () => {
    fakeStudio(studioWith());
    const { cache } = edit();
    const later = { ...draftOf({ text: "On the phone" }, 3), updatedAt: "2026-11-21T10:00:00.000Z" };
    cache.setQueryData(draftQuery(api, P, 7).queryKey, later);
    expect(await screen.findByText("You wrote on in another window")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Use that one" }));
    expect(field("Statement").value).toBe("On the phone");
    await waitFor(() => expect(screen.queryByText("You wrote on in another window")).toBeNull());
  });

  test("saves on Ctrl+S what was changed, on top of the version that it began with", async () => {
    const calls = fakeStudio(studioWith());
    edit();
    write("Statement", "  Ten ducks ");
    save();
    await waitFor(() =>
      expect(calls.find(({ method }) => method === "PATCH")).toMatchObject({
        path: `/projects/${P}/problems/7`,
        body: { version: 3, fields: { text: "Ten ducks", answer: "18", tags: ["eggs"] } },
      }),
    );
    await waitFor(() => expect(screen.queryByText("not saved")).toBeNull());
    expect(field("Statement").value).toBe("Ten ducks");
    expect(localStorage.length).toBe(0);
  });

  test("saves nothing that can't be a problem, and leads to what is wrong", async () => {
    const calls = fakeStudio(studioWith());
    edit();
    write("Statement", " ");
    save();
    expect(await screen.findByText("Write the statement")).toBeTruthy();
    expect(document.activeElement).toBe(field("Statement"));
    expect(calls.filter(({ method }) => method === "PATCH")).toEqual([]);
  });

  test("opens the next problem after saving on Ctrl+Enter, and leaves on Escape with the draft kept", async () => {
    fakeStudio(studioWith());
    const shown = edit();
    write("Statement", "Ten ducks");
    fireEvent.keyDown(field("Statement"), { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(shown.visited).toEqual([`/projects/${P}/problems/8/edit`]));
    write("Statement", "Eleven ducks");
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(shown.visited.at(-1)).toBe(`/projects/${P}/problems/7`);
    expect(Object.values(localStorage).join("")).toContain("Eleven ducks");
  });

  test("says what is wrong where saving failed, and keeps what was written", async () => {
    fakeStudio((call) => {
      if (call.method === "PATCH") throw new Refusal(409, "conflict", "Problem duck-9 has this statement.");
      return studioWith()(call);
    });
    edit();
    write("Statement", "Ten ducks");
    save();
    expect(await screen.findByText("Problem duck-9 has this statement.")).toBeTruthy();
    expect(field("Statement").value).toBe("Ten ducks");
  });

  test("takes tags one by one, and gives them back with Backspace", () => {
    edit();
    const tags = screen.getByRole("textbox", { name: /^Tags/ });
    fireEvent.change(tags, { target: { value: "birds" } });
    fireEvent.keyDown(tags, { key: "Enter" });
    fireEvent.change(tags, { target: { value: "farm," } });
    expect(
      screen.getAllByRole("button", { name: /^Remove/ }).map((each) => each.getAttribute("aria-label")),
    ).toEqual(["Remove eggs", "Remove birds", "Remove farm"]);
    fireEvent.keyDown(tags, { key: "Backspace" });
    fireEvent.click(screen.getByRole("button", { name: "Remove eggs" }));
    expect(screen.getAllByRole("button", { name: /^Remove/ })).toHaveLength(1);
  });

  test("says that a sub-domain is new before it is made", () => {
    edit();
    const subdomain = screen.getByRole("combobox", { name: /Sub-domain/ });
    expect(screen.queryByText(/New: it is made/)).toBeNull();
    fireEvent.change(subdomain, { target: { value: "Topology" } });
    expect(screen.getByText(/New: it is made/)).toBeTruthy();
  });

  test("is announced as loading, and is not open to reviewers", () => {
    edit(testCache());
    expect(screen.getByRole("status").textContent).toBe("Loading");
    cleanup();
    edit(cacheWith({ role: "reviewer" }));
    expect(screen.getByRole("heading", { name: "Reviewers don't write problems" })).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  test("of a problem that isn't there, or whose draft can't be had, says so", () => {
    const cache = testCache();
    fail(
      cache,
      problemQuery(api, P, 7).queryKey,
      new ORPCError("not_found", { message: "No such problem." }),
    );
    edit(cache);
    expect(screen.getByRole("alert").textContent).toContain("No such problem.");
    cleanup();
    const other = cacheWith();
    other.removeQueries({ queryKey: draftQuery(api, P, 7).queryKey });
    fail(other, draftQuery(api, P, 7).queryKey, new ORPCError("internal", { message: "Something broke." }));
    edit(other);
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });
});

describe("a new problem", () => {
  test("begins empty, with the focus in its statement", () => {
    create();
    expect(document.activeElement).toBe(field("Statement"));
    expect(field("Statement").value).toBe("");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Discard" }).disabled).toBe(true);
  });

  test("goes on from its draft, and is made with what was written", async () => {
    const calls = fakeStudio(studioWith());
    const shown = create(cacheWith({ newDraft: draftOf({ text: "Nine geese" }, null) }));
    expect(field("Statement").value).toBe("Nine geese");
    save();
    await waitFor(() => expect(shown.visited).toEqual([`/projects/${P}/problems/7`]));
    expect(writes(calls)[0]).toMatchObject({
      method: "POST",
      path: `/projects/${P}/problems`,
      body: { fields: { text: "Nine geese", answer: "18", split: "train" } },
    });
    expect(calls.some(({ path }) => path === `/projects/${P}/drafts/discard`)).toBe(true);
  });

  test("is followed by another empty one on Ctrl+Enter", async () => {
    fakeStudio(studioWith());
    const shown = create();
    write("Statement", "Nine geese");
    fireEvent.keyDown(field("Statement"), { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(field("Statement").value).toBe(""));
    expect(shown.visited).toEqual([]);
  });
});
