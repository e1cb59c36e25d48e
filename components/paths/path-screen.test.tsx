import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { Path } from "#lib/paths/contract.ts";
import { PathScreen } from "./path-screen.tsx";
import { pathQuery, problemPathsQuery } from "./queries.ts";

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
