// First, because the API's client takes hold of the fetch that it finds.
import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { meQuery, projectQuery } from "#components/projects/queries.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { ModelEndpoint, ModelTest } from "#lib/models/contract.ts";
import { ModelsScreen } from "./models-screen.tsx";
import { modelsQuery } from "./queries.ts";

const P = "gsm8k";

afterEach(cleanup);

const model: ModelEndpoint = {
  id: 3,
  name: "Writer",
  baseUrl: "http://127.0.0.1:8000/v1",
  protocol: "chat",
  model: "Qwen3-32B",
  uses: ["generator", "judge"],
  parameters: { temperature: 0.7, maxTokens: 512, extra: {} },
  inputPrice: 0.15,
  outputPrice: 0.6,
  concurrency: 8,
  requestsPerMinute: 60,
  tokensPerMinute: null,
  structuredOutput: "schema",
  timeoutSeconds: 30,
  keyHint: "9abc",
  version: 2,
  calls: 1234,
  cost: 1.5,
  createdAt: "2026-01-01T00:00:00.000Z",
};

interface Setting {
  role?: Role;
  isOwner?: boolean;
}

function show(models: ModelEndpoint[] | Error | null, { role = "lead", isOwner = false }: Setting = {}) {
  const cache = testCache();
  cache.setQueryData(projectQuery(api, P).queryKey, {
    slug: P,
    name: "GSM8K",
    description: "",
    role,
    createdAt: "2026-01-01T00:00:00Z",
    counts: { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 },
  });
  cache.setQueryData(meQuery(api).queryKey, { id: "1", name: "Olive", email: "o@example.org", isOwner });
  if (models instanceof Error) fail(cache, modelsQuery(api, P).queryKey, models);
  else if (models !== null) cache.setQueryData(modelsQuery(api, P).queryKey, models);
  showScreen(<ModelsScreen project={P} />, cache);
  return cache;
}

const answerAll = (answer: unknown) => fakeStudio(() => answer);
const refuseAll = (...refusal: ConstructorParameters<typeof Refusal>) =>
  fakeStudio(() => {
    throw new Refusal(...refusal);
  });

const button = (name: string | RegExp) => screen.queryByRole<HTMLButtonElement>("button", { name });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe("the registry", () => {
  test("says of each model what it is, is for, costs, may do and has done", () => {
    show([model]);
    const item = within(screen.getByRole("listitem"));
    for (const words of ["Writer", "Generator", "Judge", "Qwen3-32B", "1,234 calls", "$1.50"]) {
      expect(item.getByText(words), words).toBeTruthy();
    }
    expect(item.getByText("http://127.0.0.1:8000/v1, key …9abc")).toBeTruthy();
    expect(item.getByText("$0.15 in, $0.60 out a million tokens")).toBeTruthy();
    expect(item.getByText("8 at a time, 60 requests a minute")).toBeTruthy();
  });

  test("shows curators all of it and nothing to change it with", () => {
    show([model], { role: "curator" });
    expect(screen.getByText("Writer")).toBeTruthy();
    expect(screen.queryAllByRole("button")).toEqual([]);
  });

  test("that is empty says what models are for, and lets leads add one", () => {
    show([]);
    expect(screen.getByRole("heading", { name: "No models yet" })).toBeTruthy();
    expect(button("Add a model")).toBeTruthy();
    cleanup();
    show([], { role: "curator" });
    expect(screen.getByText(/A lead of the project adds it/)).toBeTruthy();
    expect(button("Add a model")).toBeNull();
  });

  test("isn't open to reviewers, who get the reason", () => {
    show(new ORPCError("forbidden", { message: "This needs the role curator." }), { role: "reviewer" });
    expect(screen.getByText("This needs the role curator.")).toBeTruthy();
    expect(button("Try again")).toBeNull();
  });

  test("that couldn't be loaded can be asked for again", () => {
    show(new ORPCError("internal", { message: "Something broke." }));
    expect(screen.getByText("Something broke.")).toBeTruthy();
    expect(button("Try again")).toBeTruthy();
  });

  test("on its way shows neither models nor their absence", () => {
    show(null);
    expect(screen.queryByText("No models yet")).toBeNull();
    expect(screen.queryByRole("listitem")).toBeNull();
  });
});

describe("the Test button", () => {
  const found: ModelTest = {
    ok: true,
    reply: '<b>{"answer": 42}</b>',
    milliseconds: 1234,
    inputTokens: 20,
    outputTokens: 6,
    structured: "schema",
    message: "It answers. It takes a JSON schema.",
  };
  test("shows what came back as plain text", async () => {
    const sent = answerAll(found);
    show([model]);
    press("Test");
    expect(await screen.findByText("It works")).toBeTruthy();
    expect(screen.getByText('<b>{"answer": 42}</b>')).toBeTruthy();
    expect(screen.getByText("1.2 s, 20 tokens in, 6 out")).toBeTruthy();
    expect(sent[0]).toMatchObject({ method: "POST", path: `/projects/${P}/models/3/test` });
  });

  test("says in words why it doesn't work", async () => {
    answerAll({
      ...found,
      ok: false,
      reply: null,
      structured: null,
      message: "The endpoint refuses the key (401).",
    });
    show([model]);
    press("Test");
    expect(await screen.findByText("The endpoint refuses the key (401).")).toBeTruthy();
    expect(screen.getByText("It doesn't work")).toBeTruthy();
  });
});

describe("adding a model", () => {
  const open = () => {
    show([]);
    press("Add a model");
    return within(screen.getByRole("dialog", { name: "Add a model" }));
  };

  test("starts from a kind of server, which fills in where it listens", () => {
    open();
    press("Ollama");
    expect(screen.getByLabelText<HTMLInputElement>(/Base URL/).value).toBe("http://127.0.0.1:11434/v1");
    press("Hosted");
    expect(screen.getByLabelText<HTMLInputElement>(/Base URL/).value).toBe("");
  });

  test("asks for the key as for a password, which the browser isn't to keep", () => {
    open();
    const key = screen.getByLabelText<HTMLInputElement>(/^Key/);
    expect([key.type, key.autocomplete]).toEqual(["password", "off"]);
  });

  test("says at each field what is missing once it is tried, and sends nothing", () => {
    const sent = answerAll({});
    const dialog = open();
    expect(dialog.queryByText("Give it a name")).toBeNull();
    press("Add");
    expect(dialog.getByText("Give it a name")).toBeTruthy();
    expect(dialog.getByText(/Use an http or https address/)).toBeTruthy();
    expect(dialog.getByText("Name the model as the endpoint knows it")).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test("sends the settings and the key, and closes", async () => {
    const sent = answerAll(model);
    open();
    type(/^Name/, "Writer");
    type(/Base URL/, "http://127.0.0.1:8000/v1");
    type(/^Model/, "Qwen3-32B");
    type(/^Key/, "sk-secret");
    press("Add");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(sent[0]).toMatchObject({
      method: "POST",
      path: `/projects/${P}/models`,
      body: { settings: { name: "Writer", uses: ["generator"], concurrency: 4 }, key: "sk-secret" },
    });
  });

  test("tells a name that is taken at the name", async () => {
    refuseAll(409, "conflict", "Another model has this name.", { field: "settings.name" });
    open();
    press("vLLM");
    type(/^Name/, "Writer");
    type(/^Model/, "m");
    press("Add");
    const told = await screen.findByText("Another model has this name.");
    expect(screen.getByLabelText(/^Name/).getAttribute("aria-describedby")).toContain(told.id);
  });
});

describe("changing a model", () => {
  const open = () => {
    show([model]);
    press("Change Writer");
    return within(screen.getByRole("dialog", { name: "Change Writer" }));
  };

  test("shows what is set, but of the key no more than its end", () => {
    const dialog = open();
    expect(dialog.getByLabelText<HTMLInputElement>(/^Name/).value).toBe("Writer");
    expect(dialog.getByText("key …9abc")).toBeTruthy();
    expect(dialog.queryByLabelText(/^Key/)).toBeNull();
    press("Replace");
    expect(dialog.getByLabelText<HTMLInputElement>(/^Key/).value).toBe("");
  });

  test("leaves the key out unless it is replaced or taken away", async () => {
    const sent = answerAll(model);
    open();
    press("Save");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(sent[0]).toMatchObject({ method: "PATCH", body: { version: 2, settings: { name: "Writer" } } });
    expect(sent[0]?.body).not.toHaveProperty("key");
    press("Change Writer");
    press("Take away");
    press("Save");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(sent.findLast(({ method }) => method === "PATCH")?.body).toMatchObject({ key: null });
  });

  test("asks for the key again as soon as the address is on another host", () => {
    const dialog = open();
    type(/Base URL/, "http://127.0.0.1:8000/v2");
    expect(dialog.queryByText(/enter the key for it again/)).toBeNull();
    type(/Base URL/, "https://elsewhere.example/v1");
    expect(dialog.getByText(/enter the key for it again/)).toBeTruthy();
  });

  test("that someone else has changed meanwhile keeps what was typed, and offers what is there now", async () => {
    refuseAll(409, "conflict", "Load it again.", { field: "version" });
    const dialog = open();
    type(/^Name/, "Mine");
    press("Save");
    expect(await screen.findByText("Someone else was faster")).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>(/^Name/).value).toBe("Mine");
    answerAll([{ ...model, name: "Theirs", version: 3 }]);
    press("Load what is there now");
    await waitFor(() => expect(dialog.getByLabelText<HTMLInputElement>(/^Name/).value).toBe("Theirs"));
    const sent = answerAll(model);
    press("Save");
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ version: 3 }));
  });
});

test("removing a model asks first", async () => {
  const sent = answerAll({ removed: true });
  show([model]);
  press("Remove Writer");
  const dialog = within(screen.getByRole("alertdialog", { name: "Remove Writer?" }));
  expect(sent).toEqual([]);
  fireEvent.click(dialog.getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(sent[0]).toMatchObject({ method: "DELETE", path: `/projects/${P}/models/3` }));
});

test("owners see the allowed hosts below it, and nobody else does", () => {
  show([model]);
  expect(screen.queryByText("Allowed hosts")).toBeNull();
  cleanup();
  show([model], { isOwner: true });
  expect(screen.getByText("Allowed hosts")).toBeTruthy();
});
