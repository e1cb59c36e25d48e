import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { Path } from "#lib/paths/contract.ts";
import { PathScreen } from "./path-screen.tsx";
import { agreementQuery, pathQuery, problemPathsQuery } from "./queries.ts";

const P = "gsm8k";

// The view is kept in the browser; rendered, so that no editor is needed here.
beforeEach(() => localStorage.setItem("lemma.trace-view", "rendered"));
afterEach(cleanup);

const path: Path = {
  id: 70,
  key: "tora-7",
  problemId: 7,
  problemText: "What is $\\frac{1}{2}$ of 36?",
  kind: "mixed",
  model: "ToRA",
  modelHidden: false,
  answer: "18.0",
  verdict: "correct",
  verdictMethod: "numeric",
  verdictReason: "18.0 is 18",
  tokens: 1200,
  executionOutcome: null,
  wrongSteps: null,
  author: null,
  copies: 1,
  flaw: null,
  isHard: false,
  referenceAnswer: "18",
  segments: [
    { type: "text", content: "We compute $36/2$." },
    { type: "code", content: "print(36 / 2)\n" },
    { type: "output", content: "18.0\n" },
  ],
  answerRule: "output",
  temperature: 0.7,
  meta: {},
  checkedAt: "2026-01-02T00:00:00Z",
  execution: null,
  firstWrongStep: null,
  verifiedAt: null,
  revisionOfId: null,
  createdAt: "2026-01-01T00:00:00Z",
  previousId: null,
  nextId: 71,
};

function cacheWith(part: Partial<Path> = {}) {
  const cache = testCache();
  const shown = { ...path, ...part };
  cache.setQueryData(pathQuery(api, P, 70).queryKey, shown);
  const other = { ...shown, id: 71, verdict: null, answer: null };
  cache.setQueryData(problemPathsQuery(api, P, 7).queryKey, {
    items: [shown, other],
    nextCursor: null,
    count: 2,
  });
  return cache;
}

const show = (cache = cacheWith()) => showScreen(<PathScreen project={P} id={70} />, cache);

describe("the page of a path", () => {
  test("says the verdict with its grounds, both answers, and where the final one was found", () => {
    show();
    const verdict = screen.getByRole("region", { name: "Verdict" });
    expect(verdict.textContent).toContain("Correct");
    expect(verdict.textContent).toContain("compared as numbers: 18.0 is 18");
    expect(
      within(verdict)
        .getAllByRole("definition")
        .map((each) => each.textContent),
    ).toEqual(["18.0", "from the last output", "18"]);
  });

  test("shows the segments in order: text drawn, code and output in panels", () => {
    show();
    const figures = screen.getAllByRole("figure");
    expect(figures.map((figure) => figure.querySelector("pre")?.textContent)).toEqual([
      "print(36 / 2)",
      "18.0",
    ]);
    const trace = screen.getByText(/We compute/);
    expect(trace.querySelector(".katex")).toBeTruthy();
    const code = figures[0];
    expect(code && trace.compareDocumentPosition(code)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test("is read as source after v, and so is the next one", () => {
    show();
    fireEvent.keyDown(document.body, { key: "v" });
    expect(localStorage.getItem("lemma.trace-view")).toBe("source");
    expect(screen.getByText(/```python/).textContent).toBe(
      "We compute $36/2$.\n```python\nprint(36 / 2)\n```\n```output\n18.0\n```",
    );
  });

  const slips: Path["segments"] = [
    { type: "text", content: "We have 3 * 4 = 12, and 48/2 = 25." },
    { type: "text", content: "So $\\frac{1}{2} \\times 8 = 5$." },
  ];

  test("says above the trace how much of its arithmetic is wrong, and what first, before anything is verified", () => {
    show(cacheWith({ segments: slips }));
    const arithmetic = screen.getByRole("region", { name: "Arithmetic" });
    expect(arithmetic.textContent).toContain("2 of 3 steps are wrong; first: 48/2 is 24, not 25");
    const steps = within(arithmetic).getAllByRole("listitem");
    expect(steps.map((step) => step.querySelectorAll(".katex").length)).toEqual([0, 1]);
  });

  test("leads to the first wrong step on w, and to any of them from the list", () => {
    show(cacheWith({ segments: slips }));
    fireEvent.keyDown(document.body, { key: "w" });
    expect(document.activeElement?.textContent).toBe("The first wrong step48/2 is 24, not 25");
    const arithmetic = screen.getByRole("region", { name: "Arithmetic" });
    const last = within(arithmetic).getAllByRole("listitem").at(-1)?.querySelector("button");
    if (last) fireEvent.click(last);
    expect(document.activeElement?.textContent).toMatch(/^Wrong step.*not 5$/);
  });

  test("doesn't jump back to a step when the view changes", () => {
    show(cacheWith({ segments: slips }));
    fireEvent.keyDown(document.body, { key: "w" });
    fireEvent.keyDown(document.body, { key: "v" });
    fireEvent.keyDown(document.body, { key: "v" });
    expect(localStorage.getItem("lemma.trace-view")).toBe("rendered");
    expect(document.activeElement).toBe(document.body);
  });

  test("says so where all its arithmetic is right, and nothing where there is none", () => {
    show(cacheWith({ segments: [{ type: "text", content: "3 * 4 = 12." }] }));
    expect(screen.getByRole("region", { name: "Arithmetic" }).textContent).toBe("Arithmetic1 step, right");
    cleanup();
    show();
    expect(screen.queryByRole("region", { name: "Arithmetic" })).toBeNull();
  });

  test("says who wrote it and as which path it began", () => {
    show(cacheWith({ model: null, author: "Olive", revisionOfId: 12 }));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Olive's path");
    const verdict = screen.getByRole("region", { name: "Verdict" });
    expect(verdict.textContent).toContain("Written by Olive, began as path 12");
    expect(within(verdict).getByRole("link", { name: "path 12" }).getAttribute("href")).toBe(
      `/projects/${P}/paths/12`,
    );
  });

  test("without a reference shows what the problem's paths agree on, and that this is none", () => {
    const cache = cacheWith({ referenceAnswer: null });
    cache.setQueryData(agreementQuery(api, P, 7).queryKey, {
      paths: 12,
      answered: 10,
      majority: "42",
      answers: [
        { answer: "42", paths: 7 },
        { answer: "41", paths: 3 },
      ],
    });
    show(cache);
    const verdict = screen.getByRole("region", { name: "Verdict" });
    expect(verdict.textContent).toContain("Most paths say 42 (7 of 10)");
    expect(verdict.textContent).toContain("not a reference answer");
    expect(
      within(verdict)
        .getAllByRole("definition")
        .map((each) => each.textContent),
    ).toEqual(["18.0", "from the last output", "—"]);
  });

  test("goes on to the problem's next path on ]", () => {
    const shown = show();
    fireEvent.keyDown(document.body, { key: "[" });
    fireEvent.keyDown(document.body, { key: "]" });
    expect(shown.visited).toEqual([`/projects/${P}/paths/71`]);
  });

  test("lists the problem's other paths and marks itself among them", () => {
    show();
    const links = screen.getAllByRole("link", { name: /ToRA/ });
    expect(links.map((link) => link.getAttribute("aria-current"))).toEqual(["page", null]);
  });

  test("names no model for those who may not see it", () => {
    show(cacheWith({ model: null, modelHidden: true }));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Path");
    expect(screen.queryByText(/ToRA|person/)).toBeNull();
    expect(screen.getAllByText("hidden").length).toBeGreaterThan(0);
  });

  test("that nobody has checked says so and shows no grounds", () => {
    show(
      cacheWith({
        verdict: null,
        verdictMethod: null,
        verdictReason: null,
        checkedAt: null,
        answer: null,
        answerRule: null,
      }),
    );
    const verdict = screen.getByRole("region", { name: "Verdict" });
    expect(verdict.textContent).toBe("Not checkedFinal answer—Reference answer18");
  });

  test("without any text says that there is none", () => {
    show(cacheWith({ segments: [{ type: "text", content: " \n" }] }));
    expect(screen.getByText("This path has no text.")).toBeTruthy();
  });

  test("is announced as loading before it is there", () => {
    show(testCache());
    expect(screen.getByRole("status").textContent).toBe("Loading");
  });

  test("that failed to load can be tried again", () => {
    const cache = testCache();
    fail(
      cache,
      pathQuery(api, P, 70).queryKey,
      new ORPCError("unavailable", { message: "The database is away." }),
    );
    show(cache);
    expect(screen.getByRole("alert").textContent).toContain("The database is away.");
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });
});
