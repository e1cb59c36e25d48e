import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { type Call, fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { fail, testCache } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import { exampleCounts, exampleQueue } from "./example-queues.ts";
import { queueQuery } from "./queries.ts";
import { AT, cacheWith, ID, P, showQueue as show } from "./show-queue.tsx";

let calls: Call[];
beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  calls = fakeStudio();
});
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });

describe("a queue's overview", () => {
  test("counts its units, each count leading to them, and its answers", () => {
    show();
    expect(screen.getByRole("heading", { level: 1, name: "Near ties" })).toBeTruthy();
    const disputed = screen.getByRole("link", { name: /^Disputed/ });
    expect(disputed.textContent).toBe("Disputed12for you to decide");
    expect(disputed.getAttribute("href")).toBe(`${AT}?view=units&units=disputed`);
    expect(screen.getByRole("link", { name: /^Open/ }).textContent).toBe("Open1204 on screens now");
    expect(screen.getByText("160 of 400 answers")).toBeTruthy();
    expect(screen.getByText("240 answers are still wanted.")).toBeTruthy();
  });

  test("shows how it is set, and its instructions rendered", () => {
    show(
      cacheWith({ queue: { instructions: "Prefer the **shorter** one.", target: 1000, goldShare: 0.125 } }),
    );
    const settings = screen.getByRole("region", { name: "Settings" });
    expect(settings.textContent).toContain("2 answers each, up to 1 more where they disagree");
    expect(settings.textContent).toContain("12.5 %");
    expect(settings.textContent).toContain("Hardest first");
    expect(screen.getByText("shorter").tagName).toBe("STRONG");
    expect(screen.getByText(/The target is 1,000\./)).toBeTruthy();
  });

  test("says what instructions are good for where there are none", () => {
    show();
    expect(screen.getByText(/^None\. A few lines/)).toBeTruthy();
  });

  test("gives way to the other views by the digits", async () => {
    const { searches } = show(cacheWith({ units: [] }));
    fireEvent.keyDown(window, { key: "2" });
    await waitFor(() => expect(searches.at(-1)).toBe("?view=units"));
    expect(screen.getByText("Nothing is disputed")).toBeTruthy();
  });
});

describe("editing", () => {
  const open = () => {
    fireEvent.keyDown(window, { key: "e" });
    return within(screen.getByRole("dialog", { name: "Edit the queue" }));
  };

  test("sends the settings with the version that was seen", async () => {
    calls = fakeStudio(() => exampleQueue({ overlap: 3, version: 2 }));
    show();
    const dialog = open();
    fireEvent.change(dialog.getByLabelText("Answers of each unit"), { target: { value: "3" } });
    fireEvent.click(dialog.getByRole("button", { name: /Save/ }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(calls[0]).toMatchObject({ method: "PATCH", path: AT });
    expect(calls[0]?.body).toMatchObject({ version: 1, settings: { name: "Near ties", overlap: 3 } });
    expect(screen.getByText(/^3 answers each/)).toBeTruthy();
  });

  test("after somebody else has changed it says so, and theirs can be loaded", async () => {
    calls = fakeStudio(({ method }) => {
      if (method === "GET") return exampleQueue({ name: "Near ties, train", version: 2 });
      throw new Refusal(409, "conflict", "Somebody else has changed this queue.", { field: "version" });
    });
    show();
    const dialog = open();
    fireEvent.change(dialog.getByLabelText("Answers of each unit"), { target: { value: "3" } });
    fireEvent.click(dialog.getByRole("button", { name: /Save/ }));
    expect(await dialog.findByText("Somebody else was faster")).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>("Answers of each unit").value).toBe("3");
    fireEvent.click(dialog.getByRole("button", { name: "Load theirs" }));
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe("Near ties, train"),
    );
    expect(screen.queryByText("Somebody else was faster")).toBeNull();
    fireEvent.click(button(/Save/));
    await waitFor(() => expect(calls).toHaveLength(3));
    expect(calls[2]?.body).toMatchObject({ version: 2, settings: { name: "Near ties, train" } });
  });

  test("under a name that is taken says so at the name", async () => {
    calls = fakeStudio(() => {
      throw new Refusal(409, "conflict", "Another queue has this name.", { field: "settings.name" });
    });
    show();
    const dialog = open();
    fireEvent.click(dialog.getByRole("button", { name: /Save/ }));
    expect(await dialog.findByText("Another queue has this name.")).toBeTruthy();
    expect(dialog.getByLabelText(/^Name/).getAttribute("aria-invalid")).toBe("true");
  });
});

describe("its state", () => {
  test("is changed by pausing, and the screen follows", async () => {
    calls = fakeStudio(() => exampleQueue({ state: "paused" }));
    show();
    fireEvent.click(button("Pause"));
    await waitFor(() => expect(screen.getByText("Paused")).toBeTruthy());
    expect(calls[0]).toMatchObject({ method: "PUT", path: `${AT}/state`, body: { state: "paused" } });
    expect(button("Open")).toBeTruthy();
  });

  test("once closed offers to open alone", () => {
    show(cacheWith({ queue: { state: "closed" } }));
    expect(button("Open")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
  });

  test("removing is confirmed first, and leads back; who has answers isn't offered it", async () => {
    show();
    expect(screen.queryByRole("button", { name: "Remove" })).toBeNull();
    cleanup();
    calls = fakeStudio(() => ({ removed: true }));
    const { visited } = show(cacheWith({ queue: { counts: exampleCounts({ answers: 0 }) } }));
    fireEvent.click(button("Remove"));
    const dialog = within(screen.getByRole("alertdialog", { name: "Remove Near ties?" }));
    expect(calls).toEqual([]);
    fireEvent.click(dialog.getByRole("button", { name: "Remove it" }));
    await waitFor(() => expect(visited).toEqual([`/projects/${P}/queues`]));
    expect(calls[0]).toMatchObject({ method: "DELETE", path: AT });
  });

  test("a removal that is refused says why in the dialog", async () => {
    calls = fakeStudio(() => {
      throw new Refusal(409, "conflict", "People have answered in this queue. Close it instead.");
    });
    show(cacheWith({ queue: { counts: exampleCounts({ answers: 0 }) } }));
    fireEvent.click(button("Remove"));
    fireEvent.click(button("Remove it"));
    expect(await screen.findByText(/Close it instead/)).toBeTruthy();
  });
});

test("a queue that isn't there is said to be missing", () => {
  const cache = testCache();
  fail(cache, queueQuery(api, P, ID).queryKey, new ORPCError("not_found", { message: "No such queue." }));
  show(cache);
  expect(screen.getByText("This queue couldn't be found")).toBeTruthy();
});

test("to others than leads a queue is closed in words", () => {
  const cache = testCache();
  fail(cache, queueQuery(api, P, ID).queryKey, new ORPCError("forbidden", { message: "For leads." }));
  show(cache);
  expect(screen.getByText("For leads.")).toBeTruthy();
});
