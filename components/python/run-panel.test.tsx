import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { Path } from "#lib/paths/contract.ts";
import type { BlockResult, BrowserAnswer, Program } from "#lib/python/contract.ts";
import type { FrameEvents, PythonFrame } from "./python-frame.ts";
import { RunPanel } from "./run-panel.tsx";

// Touch screens get a plain field for the code, which jsdom can show; it runs no workers, so the frame's side of the
// conversation is spoken by the tests.
beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: true })));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const path: Path = {
  id: 70,
  key: "demo-p4",
  problemId: 7,
  problemText: "What entry?",
  kind: "pot",
  model: "abacus",
  modelHidden: false,
  answer: "9",
  verdict: "incorrect",
  verdictMethod: "numeric",
  verdictReason: "expected -8, found 9",
  tokens: 77,
  executionOutcome: null,
  wrongSteps: null,
  author: null,
  copies: 1,
  flaw: null,
  isHard: false,
  referenceAnswer: "-8",
  segments: [
    { type: "text", content: "In Python:" },
    { type: "code", content: "print(9)" },
    { type: "output", content: "9\n" },
    { type: "text", content: "The answer is $\\boxed{9}$." },
  ],
  answerRule: "boxed",
  temperature: 0.4,
  meta: {},
  checkedAt: "2026-01-02T00:00:00Z",
  execution: null,
  firstWrongStep: null,
  verifiedAt: null,
  revisionOfId: null,
  createdAt: "2026-01-01T00:00:00Z",
  previousId: null,
  nextId: null,
};

interface Stage {
  starts: number[];
  programs: Program[];
  isClosed: boolean;
  say(answer: BrowserAnswer): void;
  events: FrameEvents | null;
}

function show(part: Partial<Path> = {}): Stage {
  const stage: Stage = {
    starts: [],
    programs: [],
    isClosed: false,
    events: null,
    say: (answer) => act(() => stage.events?.answer(stage.starts.at(-1) ?? 0, answer)),
  };
  const openFrame = (events: FrameEvents): PythonFrame => {
    stage.events = events;
    return {
      start: (epoch) => stage.starts.push(epoch),
      run: (_epoch, _id, program) => stage.programs.push(program),
      close: () => {
        stage.isClosed = true;
      },
    };
  };
  showScreen(<RunPanel project="demo" path={{ ...path, ...part }} openFrame={openFrame} />, testCache());
  return stage;
}

function opened(part: Partial<Path> = {}): Stage {
  const stage = show(part);
  fireEvent.keyDown(document.body, { key: "r" });
  stage.say({ type: "ready" });
  return stage;
}

function gave(id: number, block: Partial<BlockResult>, truncated = 0): BrowserAnswer {
  const result: BlockResult = { stdout: "", value: null, error: null, ...block };
  const execution = { ...result, milliseconds: 12, truncated, blocks: [result] };
  return { type: "done", id, execution, worn: false };
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const codeField = () => screen.getByRole("textbox", { name: "Code" });
const write = (code: string) => fireEvent.change(codeField(), { target: { value: code } });
const rows = () =>
  within(screen.getByRole("region", { name: "Fresh verdict" }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent);

describe("running a path's code", () => {
  test("isn't offered where there is no code, and loads nothing before it is opened", () => {
    show({ segments: [{ type: "text", content: "Only words." }] });
    expect(screen.queryByText("Run the code")).toBeNull();
    cleanup();
    const stage = show();
    expect(screen.getByText("Run the code")).toBeTruthy();
    expect(stage.starts).toEqual([]);
  });

  test("starts Python when r opens it, and gives it up with the page", () => {
    const stage = opened();
    expect(stage.starts).toEqual([1]);
    expect(screen.getByRole("status").textContent).toBe("Ready");
    cleanup();
    expect(stage.isClosed).toBe(true);
  });

  test("says that Python is starting where that takes a while", () => {
    vi.useFakeTimers();
    const stage = show();
    fireEvent.keyDown(document.body, { key: "r" });
    expect(screen.getByRole("status").textContent).toBe("");
    act(() => vi.advanceTimersByTime(301));
    expect(screen.getByRole("status").textContent).toContain("Starting Python…");
    stage.say({ type: "ready" });
    expect(screen.getByRole("status").textContent).toBe("Ready");
    vi.useRealTimers();
  });

  test("shows output, time and a fresh verdict beside the stored one after Ctrl+Enter", async () => {
    const stage = opened();
    write("print(-8)");
    fireEvent.keyDown(codeField(), { key: "Enter", ctrlKey: true });
    expect(stage.programs).toEqual([{ blocks: ["print(-8)"] }]);
    stage.say({ type: "started", id: 1 });
    expect(screen.getByRole("status").textContent).toContain("Running…");
    stage.say(gave(1, { stdout: "-8\n" }));
    expect(screen.getByRole("status").textContent).toBe("Ran in 12 ms");
    expect(screen.getByRole("region", { name: "Output" }).textContent).toBe("Output-8");
    expect(screen.getByRole("region", { name: "Recorded in the path" }).textContent).toContain("9");
    // The rules are loaded when they are first needed.
    await waitFor(() => expect(rows()).toHaveLength(3), { timeout: 15_000 });
    expect(rows()[0]).toMatch(/^Stored9.*Incorrect/);
    expect(rows()[1]).toMatch(/^Printed now-8.*Correct/);
    expect(rows()[2]).toMatch(/^With its text9.*Incorrect/);
  });

  test("mends the text that contradicts the code, and then offers to save both", async () => {
    const stage = opened();
    write("print(-8)");
    press("Run");
    stage.say(gave(1, { stdout: "-8\n" }));
    await waitFor(() => screen.getByText("The text says another answer than the code"), { timeout: 15_000 });
    press("Write the printed answer there");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Text after the code" }).value).toBe(
      "The answer is $\\boxed{-8}$.",
    );
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save as a new path" }).disabled).toBe(
      false,
    );
  });

  test("can't be saved before it is changed and has run", () => {
    const stage = opened();
    const save = screen.getByRole<HTMLButtonElement>("button", { name: "Save as a new path" });
    expect(save.disabled).toBe(true);
    expect(screen.getByText("Nothing is changed yet.")).toBeTruthy();
    write("print(-8)");
    expect(screen.getByText("Run it first: its output is saved with it.")).toBeTruthy();
    press("Run");
    stage.say(gave(1, { stdout: "-8\n" }));
    expect(save.disabled).toBe(false);
    write("print(-7)");
    expect(save.disabled).toBe(true);
    expect(screen.getByText("Output, before the change")).toBeTruthy();
    press("Reset");
    expect(codeField().textContent).toBe("print(9)");
  });

  test("is stopped by throwing the interpreter away; the next is started at once", () => {
    const stage = opened();
    press("Run");
    press("Stop");
    expect(stage.starts).toEqual([1, 2]);
    expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
    stage.say({ type: "ready" });
    expect(screen.getByRole("status").textContent).toBe("Stopped by you");
    expect(screen.queryByRole("region", { name: "Output" })).toBeNull();
  });

  test("is stopped at the time limit, counted from when it began to run", () => {
    vi.useFakeTimers();
    const stage = opened();
    press("Run");
    act(() => vi.advanceTimersByTime(30_000));
    stage.say({ type: "started", id: 1 });
    act(() => vi.advanceTimersByTime(9_999));
    expect(stage.starts).toEqual([1]);
    act(() => vi.advanceTimersByTime(1));
    expect(stage.starts).toEqual([1, 2]);
    stage.say({ type: "ready" });
    expect(screen.getByRole("status").textContent).toBe("Stopped after 10 s");
    vi.useRealTimers();
  });

  test("says how the code failed and where, and how much output was cut out", () => {
    const stage = opened();
    press("Run");
    const error = { kind: "exception", message: "ZeroDivisionError: division by zero", line: 1 } as const;
    stage.say(gave(1, { stdout: "1\n", error }, 1_234));
    expect(screen.getByText("ZeroDivisionError: division by zero, in line 1")).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe(
      "Failed after 12 ms; 1,234 characters of output were cut out",
    );
  });

  test("runs all segments together, each in a field of its own", () => {
    const stage = opened({
      segments: [
        { type: "code", content: "a = 1" },
        { type: "text", content: "Then" },
        { type: "code", content: "a" },
      ],
    });
    fireEvent.change(screen.getByRole("textbox", { name: "Code 2 of 2" }), { target: { value: "a + 1" } });
    press("Run");
    expect(stage.programs).toEqual([{ blocks: ["a = 1", "a + 1"] }]);
  });

  test("says that SymPy isn't there", () => {
    const stage = opened();
    act(() => stage.events?.loaded(false));
    expect(screen.getByText(/SymPy isn't installed on this server/)).toBeTruthy();
  });

  test("can be tried again where Python couldn't be started", () => {
    const stage = show();
    fireEvent.keyDown(document.body, { key: "r" });
    act(() => stage.events?.fail("The studio has no driver.py (404)."));
    expect(screen.getByRole("alert").textContent).toContain("The studio has no driver.py (404).");
    press("Try again");
    expect(stage.starts).toEqual([1, 2]);
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
