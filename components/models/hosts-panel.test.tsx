// First, because the API's client takes hold of the fetch that it finds.
import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { HostsPanel } from "./hosts-panel.tsx";
import { hostsQuery } from "./queries.ts";

afterEach(cleanup);

function show(hosts: string[] | Error): void {
  const cache = testCache();
  const { queryKey } = hostsQuery(api);
  if (hosts instanceof Error) fail(cache, queryKey, hosts);
  else {
    const all = hosts.map((host) => ({ host, by: "Olive", at: "2026-01-01T00:00:00Z" }));
    cache.setQueryData(queryKey, all);
  }
  showScreen(<HostsPanel />, cache);
}

const field = () => screen.getByLabelText<HTMLInputElement>("Host and port");
const allow = () => screen.getByRole<HTMLButtonElement>("button", { name: "Allow" });

test("hosts are named with who allowed them, and each leave can be taken back", async () => {
  const sent = fakeStudio(() => ({ removed: true }));
  show(["127.0.0.1:8000", "gpu:8000"]);
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    expect.stringMatching(/^127\.0\.0\.1:8000by Olive/),
    expect.stringMatching(/^gpu:8000by Olive/),
  ]);
  fireEvent.click(screen.getByRole("button", { name: "Take the leave of gpu:8000 back" }));
  await waitFor(() =>
    expect(sent).toEqual([{ method: "POST", path: "/allowed-hosts/remove", body: { host: "gpu:8000" } }]),
  );
});

test("where there are none it says what that means", () => {
  show([]);
  expect(screen.getByText(/models can only be out in the internet/)).toBeTruthy();
  expect(allow().disabled).toBe(true);
});

test("a host is allowed as it was typed, and the field is free for the next", async () => {
  const sent = fakeStudio(() => ({ host: "gpu:8000", by: null, at: "2026-01-01T00:00:00.000Z" }));
  show([]);
  fireEvent.change(field(), { target: { value: "gpu:8000" } });
  fireEvent.click(allow());
  await waitFor(() => expect(field().value).toBe(""));
  expect(sent).toEqual([{ method: "PUT", path: "/allowed-hosts", body: { host: "gpu:8000" } }]);
});

test("what is no host is told at the field, which keeps it", async () => {
  fakeStudio(() => {
    throw new Refusal(400, "invalid_input", "Name a host with its port.", { field: "host" });
  });
  show([]);
  fireEvent.change(field(), { target: { value: "localhost" } });
  fireEvent.click(allow());
  const told = await screen.findByText("Name a host with its port.");
  expect(field().getAttribute("aria-describedby")).toContain(told.id);
  expect(field().value).toBe("localhost");
});

test("hosts that couldn't be loaded say so", () => {
  show(new ORPCError("internal", { message: "It broke." }));
  expect(screen.getByText("It broke.")).toBeTruthy();
});
