import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { ExecutionOutcome, Path, SegmentExecution } from "#lib/paths/contract.ts";
import { ExecutionPanel } from "./execution-panel.tsx";

const P = "gsm8k";

afterEach(cleanup);

const path: Path = {
  id: 70,
  key: "tora-7",
  problemId: 7,
  problemText: "What is half of 36?",
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

const block: SegmentExecution = {
  segment: 0,
  stdout: "18.0\n",
  value: null,
  error: null,
  recorded: "18.0\n",
  agrees: true,
};

function verified(executionOutcome: ExecutionOutcome, blocks: Partial<SegmentExecution>[], truncated = 0) {
  const segments = blocks.map((each) => ({ ...block, ...each }));
  return {
    executionOutcome,
    execution: { milliseconds: 12.3, truncated, segments },
    verifiedAt: "2026-01-03T00:00:00Z",
  };
}

function show(part: Partial<Path> = {}, role: Role = "lead") {
  const cache = testCache();
  cache.setQueryData(projectQuery(api, P).queryKey, {
    slug: P,
    name: "GSM8K",
    description: "",
    role,
    createdAt: "2026-01-01T00:00:00Z",
    counts: { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 },
  });
  const asked: number[] = [];
  const panel = (
    <ExecutionPanel
      project={P}
      path={{ ...path, ...part }}
      onShow={({ segment }) => {
        asked.push(segment);
      }}
    />
  );
  showScreen(panel, cache);
  return asked;
}

const blocks = () =>
  screen
    .queryAllByRole("list", { name: "Blocks of code" })
    .flatMap((list) => within(list).getAllByRole("listitem"))
    .map((each) => each.textContent ?? "");
const whole = () => document.querySelector("section")?.textContent;

describe("the execution of a path", () => {
  test("is not there where the path has no code", () => {
    show({ segments: [{ type: "text", content: "Half of 36 is 18." }] });
    expect(document.querySelector("section")).toBeNull();
  });

  test.each<[Role, boolean]>([
    ["lead", true],
    ["curator", true],
    ["reviewer", false],
  ])("that isn't known yet says what verifying does, and a %s is offered it: %s", (role, offered) => {
    show({}, role);
    expect(screen.getByText(/Not verified yet/).textContent).toContain("runs the code in a sandbox");
    expect(screen.queryByRole("button", { name: "Verify this problem's paths" }) !== null).toBe(offered);
  });

  test("that couldn't be had though the path was verified says that, not that nobody tried", () => {
    show({ verifiedAt: "2026-01-03T00:00:00Z" });
    expect(screen.getByText(/could not be run when this path was verified/)).toBeTruthy();
    expect(screen.queryByText(/Not verified yet/)).toBeNull();
  });

  test("that gave the recorded output again says so in one line each, with its time", () => {
    show(verified("reproduced", [{}, { segment: 2 }]));
    expect(screen.getByText("The code was run, and every recorded output came again.")).toBeTruthy();
    expect(screen.getByText(/^12 ms/)).toBeTruthy();
    expect(blocks()).toEqual([
      "ReproducedBlock 1Printed what the path recordsShow in the trace",
      "ReproducedBlock 2Printed what the path recordsShow in the trace",
    ]);
  });

  test("that gave another output shows what was recorded beside what it printed, what they share only once", () => {
    show(verified("different", [{ recorded: "a\n18.0\nz\n", stdout: "a\n19\nz\n", agrees: false }]));
    expect(whole()).toContain("− recorded in the path+ printed when it was run");
    expect(whole()).toMatch(/ {2}a− Recorded: 18\.0\+ Ran: 19 {2}z$/);
  });

  test("that differs only in blank space says that", () => {
    show(verified("different", [{ recorded: "18.0\n\n", stdout: "18.0", agrees: false }]));
    expect(screen.getByText("They differ in blank space only.")).toBeTruthy();
  });

  test("that failed shows the error with its line, and what it printed until then against the record", () => {
    const error = { kind: "exception", message: "ZeroDivisionError: division by zero", line: 3 } as const;
    show(verified("failed", [{ error, stdout: "1\n", recorded: "1\n2\n", agrees: false }]));
    expect(screen.getByText("ZeroDivisionError: division by zero, in line 3")).toBeTruthy();
    expect(whole()).toMatch(/ {2}1− Recorded: 2$/);
  });

  test("that failed without printing anything shows the error alone", () => {
    const error = { kind: "timeout", message: "stopped after 10 s", line: null } as const;
    show(verified("failed", [{ error, stdout: "", agrees: false }]));
    expect(screen.getByText("stopped after 10 s")).toBeTruthy();
    expect(whole()).not.toContain("recorded in the path");
  });

  test("that had no recorded output to compare with shows what it printed, and its value", () => {
    show(verified("unrecorded", [{ recorded: null, agrees: null, stdout: "a\n", value: "Fraction(1, 2)" }]));
    expect(screen.getByText(/records no output to compare with/)).toBeTruthy();
    expect(document.querySelector("pre")?.textContent).toBe("a\nFraction(1, 2)");
  });

  test("that printed nothing, and should have printed nothing, says so", () => {
    show(verified("unrecorded", [{ recorded: null, agrees: null, stdout: "" }]));
    expect(screen.getByText("It printed nothing.")).toBeTruthy();
  });

  test("notes what was cut out of a long output", () => {
    show(verified("reproduced", [{}], 120_000));
    expect(screen.getByText("120,000 characters of output were cut out of the middle.")).toBeTruthy();
  });

  test("of one block says once what became of it, and leads to the code in the trace", () => {
    const asked = show(verified("reproduced", [{}]));
    expect(blocks()).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Show in the trace: the code" }));
    expect(asked).toEqual([0]);
  });

  test("leads from a block to its place in the trace", () => {
    const asked = show(verified("reproduced", [{}, { segment: 2 }]));
    fireEvent.click(screen.getByRole("button", { name: "Show in the trace: block 2" }));
    expect(asked).toEqual([2]);
  });
});
