import fc from "fast-check";
import { expect, test } from "vitest";
import type { CandidateRow } from "#lib/instructions/contract.ts";
import { decidedRow, takingBack } from "./decided-row.ts";

const BY_FILTER = fc.constantFrom<CandidateRow["reason"]>(null, "similar", "duplicate", "no_question");

/** A row as the filter left it. */
const undecided = fc.record({ reason: BY_FILTER, problemId: fc.integer({ min: 1 }) }).map(
  ({ reason, problemId }): CandidateRow => ({
    id: 1,
    runId: 1,
    method: "self_instruct",
    text: "How many?",
    answer: null,
    subdomain: null,
    state: reason === null ? "accepted" : "dropped",
    reason,
    detail: null,
    rougeL: 0.5,
    lcs: null,
    jaccardWords: null,
    jaccardChars: null,
    decidedBy: null,
    decidedAt: null,
    problemId: reason === null ? problemId : null,
  }),
);
const decision = fc.constantFrom("accepted" as const, "dropped" as const);

test("a decision leaves the row in its state, in the person's name", () => {
  fc.assert(
    fc.property(undecided, decision, (row, state) => {
      const after = decidedRow(row, state, "Ann", "2026-01-01T00:00:00Z");
      expect(after).toMatchObject({ state, decidedBy: "Ann", decidedAt: "2026-01-01T00:00:00Z" });
      expect(after.reason).toBe(state === "dropped" ? (row.reason ?? "person") : row.reason);
    }),
  );
});

test("whatever was decided, taking it back leaves the row as the filter had it, save its problem's number", () => {
  fc.assert(
    fc.property(undecided, fc.array(decision, { minLength: 1, maxLength: 5 }), (row, decisions) => {
      const decided = decisions.reduce((now, state) => decidedRow(now, state, "Ann", "now"), row);
      const { problemId: _, ...back } = decidedRow(decided, takingBack(row), "Ann", "later");
      const { problemId: __, ...before } = row;
      expect(back).toEqual(before);
    }),
  );
});

test("a dropped row has no problem", () => {
  fc.assert(
    fc.property(undecided, (row) => {
      expect(decidedRow(row, "dropped", "Ann", "now").problemId).toBeNull();
    }),
  );
});

test("taking back a decision on what a person had decided is that person's decision again", () => {
  expect(takingBack({ state: "dropped", decidedAt: "2026-01-01T00:00:00Z" })).toBe("dropped");
  expect(takingBack({ state: "dropped", decidedAt: null })).toBe("undecided");
});
