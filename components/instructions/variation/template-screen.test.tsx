import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { exampleRun } from "#components/jobs/example-run.ts";
import { type Call, fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { problemQuery } from "#components/problems/queries.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { SeedTemplate, Variant } from "#lib/instructions/contract/variation.ts";
import { templateOf } from "#lib/instructions/variation/template-of.ts";
import type { Problem } from "#lib/problems/contract.ts";
import { templateQuery } from "./queries.ts";
import { TemplateScreen } from "./template-screen.tsx";

const P = "demo";

afterEach(cleanup);
beforeEach(() => fakeStudio());

const STATEMENT = "Ada has 17 apples and gives away 5. How many are left?";
const PROGRAM = "apples = 17\ngiven = 5\nprint(apples - given)";
const problem: Problem = {
  id: 7,
  key: "apples",
  text: STATEMENT,
  answer: "12",
  solution: null,
  subdomain: null,
  difficulty: null,
  tags: [],
  source: null,
  split: "train",
  origin: "seed",
  paths: 0,
  correct: 0,
  countedPaths: 0,
  failedPaths: 0,
  isHard: false,
  parents: [],
  meta: {},
  version: 1,
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
  previousId: null,
  nextId: null,
};

const made = templateOf(STATEMENT, PROGRAM).template;
const seed: SeedTemplate = {
  problem: 7,
  template: made,
  reason: null,
  saved: false,
  version: 0,
  answer: "12",
};
const VARIANTS: Variant[] = [
  {
    values: { apples: 20, given: 4 },
    text: "Ada has 20 apples and gives away 4.",
    answer: "16",
    refused: null,
  },
  {
    values: { apples: 9, given: 10 },
    text: "Ada has 9 apples and gives away 10.",
    answer: "-1",
    refused: { reason: "negative", detail: "The answer would be -1." },
  },
];

interface Setting {
  template?: SeedTemplate | Error | null;
  role?: Role;
  problem?: Partial<Problem>;
  reply?: (call: Call) => unknown;
}

function show({ template = seed, role = "curator", problem: part = {}, reply }: Setting = {}) {
  const calls = fakeStudio((call) => {
    const given = reply?.(call);
    if (given !== undefined) return given;
    if (call.path.endsWith("/preview")) return VARIANTS;
    throw new TypeError("fetch failed");
  });
  const cache = testCache();
  cache.setDefaultOptions({ queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } });
  const counts = { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 };
  const project = { slug: P, name: P, description: "", role, createdAt: "2026-01-01T00:00:00Z", counts };
  cache.setQueryData(projectQuery(api, P).queryKey, project);
  cache.setQueryData(problemQuery(api, P, 7).queryKey, { ...problem, ...part });
  const { queryKey } = templateQuery(api, P, 7);
  if (template instanceof Error) {
    cache.setDefaultOptions({ queries: { enabled: false, retry: false } });
    fail(cache, queryKey, template);
  } else if (template) cache.setQueryData(queryKey, template);
  else cache.setDefaultOptions({ queries: { enabled: false, retry: false } });
  return { calls, ...showScreen(<TemplateScreen project={P} id={7} />, cache) };
}

const field = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const saveButton = () => screen.getByRole<HTMLButtonElement>("button", { name: /^Save/ });

describe("a template's screen", () => {
  test("marks the numbers that vary in the statement, and gives each its range", () => {
    show();
    expect(screen.getAllByText(/^(17|5)$/, { selector: "mark" }).map((mark) => mark.title)).toEqual([
      "apples varies",
      "given varies",
    ]);
    expect([field("Least of apples").value, field("Most of apples").value]).toEqual(["9", "34"]);
    fireEvent.click(screen.getByRole("checkbox", { name: /given/ }));
    expect(screen.getByText("5", { selector: "mark" }).title).toBe("given stays as it is");
    expect(field("Least of given").disabled).toBe(true);
  });

  test("shows variants with their answers, and why one is refused", async () => {
    const { calls } = show();
    expect(await screen.findByText("Ada has 20 apples and gives away 4.")).toBeTruthy();
    expect(screen.getByText("16")).toBeTruthy();
    expect(screen.getByText("Refused: Negative.")).toBeTruthy();
    expect(screen.getByText("The answer would be -1.")).toBeTruthy();
    expect(calls.find(({ path }) => path.endsWith("/preview"))?.body).toMatchObject({ count: 6, seed: 1 });
    fireEvent.click(screen.getByRole("button", { name: /Others/ }));
    await waitFor(() => expect(calls.at(-1)?.body).toMatchObject({ seed: 2 }));
  });

  test("says at once what is wrong with a range, and doesn't save it", () => {
    show();
    type("Least of apples", "40");
    expect(screen.getByRole("alert").textContent).toMatch(/greater than the most/);
    expect(field("Least of apples").getAttribute("aria-invalid")).toBe("true");
    expect(saveButton().disabled).toBe(true);
    type("Least of apples", "10");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(saveButton().disabled).toBe(false);
  });

  test("says at once what is wrong with a constraint, and in which line", () => {
    show();
    const box = screen.getByRole("textbox", { name: /one a line/ });
    fireEvent.change(box, { target: { value: "given < apples\ngiven < pears" } });
    expect(screen.getByText(/Line 2: There is no parameter “pears”/)).toBeTruthy();
    expect(saveButton().disabled).toBe(true);
  });

  test("wants at least one number to vary", () => {
    show();
    for (const name of [/apples/, /given/]) fireEvent.click(screen.getByRole("checkbox", { name }));
    expect(screen.getByText("Let at least one number vary.")).toBeTruthy();
  });

  test("saves what was typed with the version that it was made from", async () => {
    const { calls } = show({
      reply: ({ method, body }) =>
        method === "PUT" && typeof body === "object" && body !== null && "template" in body
          ? { ...seed, template: body.template, saved: true, version: 1 }
          : undefined,
    });
    type("Most of apples", "25");
    fireEvent.click(saveButton());
    expect(await screen.findByText("Set by a person")).toBeTruthy();
    const sent = calls.find(({ method }) => method === "PUT");
    expect(sent?.body).toMatchObject({
      version: 0,
      template: { parameters: [{ name: "apples", max: 25 }, {}] },
    });
    expect(saveButton().disabled).toBe(true);
  });

  test("tells when someone else saved before, and loads theirs", async () => {
    const theirs = made && { ...made, parameters: made.parameters.map((one) => ({ ...one, max: 99 })) };
    show({
      reply: ({ method, path }) => {
        if (method === "PUT")
          throw new Refusal(409, "conflict", "Someone else has saved this template meanwhile.");
        return path.endsWith("/template")
          ? { ...seed, template: theirs, saved: true, version: 2 }
          : undefined;
      },
    });
    type("Most of apples", "25");
    fireEvent.click(saveButton());
    expect(await screen.findByText("Someone else was faster")).toBeTruthy();
    expect(field("Most of apples").value).toBe("25");
    fireEvent.click(screen.getByRole("button", { name: "Load theirs" }));
    await waitFor(() => expect(field("Most of apples").value).toBe("99"));
    expect(screen.queryByText("Someone else was faster")).toBeNull();
  });

  test("starts a run of this seed alone, and goes to it", async () => {
    const { calls, visited } = show({
      reply: ({ path }) => (path.endsWith("/vary") ? exampleRun({ id: 31 }) : undefined),
    });
    fireEvent.click(screen.getByRole("button", { name: /Vary this seed/ }));
    await waitFor(() => expect(visited).toEqual(["/projects/demo/runs/31"]));
    expect(calls.find(({ path }) => path.endsWith("/vary"))?.body).toMatchObject({ problems: [7] });
  });

  test("says that no values are left where a constraint leaves none", async () => {
    show({ reply: ({ path }) => (path.endsWith("/preview") ? [] : undefined) });
    expect(await screen.findByText("No values are left")).toBeTruthy();
  });

  test("shows that the sandbox isn't there, and keeps the rest", async () => {
    show({
      reply: ({ path }) => {
        if (path.endsWith("/preview"))
          throw new Refusal(503, "unavailable", "Python can't be run now: it rests");
        return undefined;
      },
    });
    expect(await screen.findByText("They couldn't be tried")).toBeTruthy();
    expect(screen.getByText("Python can't be run now: it rests")).toBeTruthy();
    expect(field("Least of apples").value).toBe("9");
  });
});

describe("a template's screen in another state", () => {
  test("teaches how a problem gets a program where it has none", () => {
    show({ template: { ...seed, template: null, answer: null, reason: "It has no Python solution." } });
    expect(screen.getByText("It has no Python solution.")).toBeTruthy();
    expect(screen.getByText(/eggs = 16/)).toBeTruthy();
    const link = screen.getByRole("link", { name: /Write its program/ });
    expect(link.getAttribute("href")).toBe("/projects/demo/problems/7/edit");
    expect(screen.queryByRole("button", { name: /Vary this seed/ })).toBeNull();
  });

  test("says why a program that fails can't be used, and offers no run", () => {
    show({
      template: { ...seed, answer: null, reason: "Its program fails: NameError: name 'x' is not defined." },
    });
    expect(screen.getByText("It can't vary yet")).toBeTruthy();
    expect(screen.getByText(/NameError/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Vary this seed/ })).toBeNull();
  });

  test("says that saved ranges are of another statement", () => {
    show({ template: { ...seed, version: 3 } });
    expect(
      within(screen.getByText("It has changed").closest("div") ?? document.body).getByText(/new ones/),
    ).toBeTruthy();
    expect(saveButton().disabled).toBe(false);
  });

  test.each([
    [{ split: "test" as const }, /test split/],
    [{ origin: "generated" as const }, /only seeds vary/],
  ])("offers no run of a problem that is %j, and says why", (part, words) => {
    show({ problem: part });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Vary this seed/ })).toBeNull();
  });

  test("asks the API for nothing on behalf of a reviewer, and says who sets templates", () => {
    const { calls } = show({ role: "reviewer", template: null });
    expect(screen.getByText("Templates are set by curators")).toBeTruthy();
    expect(calls).toEqual([]);
  });

  test("shows its shape while the template is on its way", () => {
    show({ template: null });
    expect(screen.getByRole("heading", { name: "Template" })).toBeTruthy();
    expect(screen.queryByRole("table")).toBeNull();
  });

  test("says what failed, and tries again when asked", () => {
    show({ template: new ORPCError("internal", { message: "Something broke." }) });
    expect(screen.getByText("This template couldn't be loaded")).toBeTruthy();
    expect(screen.getByRole("button", { name: /again/i })).toBeTruthy();
  });
});
