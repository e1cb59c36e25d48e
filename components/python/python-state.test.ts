import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BrowserAnswer, Execution } from "#lib/python/contract.ts";
import { IDLE, nextState, type PythonEvent, type PythonState } from "./python-state.ts";

const execution: Execution = {
  stdout: "18\n",
  value: null,
  error: null,
  milliseconds: 3,
  truncated: 0,
  blocks: [{ stdout: "18\n", value: null, error: null }],
};

const stateAfter = (events: readonly PythonEvent[], from: PythonState = IDLE): PythonState =>
  events.reduce(nextState, from);
const answer = (epoch: number, said: BrowserAnswer): PythonEvent => ({ type: "answer", epoch, answer: said });
const run = (limit = 10_000): PythonEvent => ({ type: "run", codes: ["print(18)"], limit });
const READY = stateAfter([{ type: "open" }, answer(1, { type: "ready" })]);
const RUNNING = stateAfter([run(), answer(1, { type: "started", id: 1 })], READY);

describe("Python in the browser", () => {
  test("starts when it is opened, and only once", () => {
    const opened = stateAfter([{ type: "open" }, { type: "open" }]);
    expect(opened).toMatchObject({ phase: "starting", epoch: 1 });
    expect(READY).toMatchObject({ phase: "ready", epoch: 1, running: null });
  });

  test("keeps a run that comes while it starts, and runs it then", () => {
    const waiting = stateAfter([{ type: "open" }, run()]);
    expect(waiting).toMatchObject({ phase: "starting", running: { id: 1 } });
    expect(stateAfter([answer(1, { type: "ready" })], waiting)).toMatchObject({ phase: "running", epoch: 1 });
  });

  test("gives what a program gave, beside the code that gave it", () => {
    const done = stateAfter([answer(1, { type: "done", id: 1, execution, worn: false })], RUNNING);
    expect(done).toMatchObject({
      phase: "ready",
      epoch: 1,
      running: null,
      ran: { codes: ["print(18)"], execution },
    });
  });

  test("takes a new interpreter after a program that wore the old one out, and keeps what it gave", () => {
    const done = stateAfter([answer(1, { type: "done", id: 1, execution, worn: true })], RUNNING);
    expect(done).toMatchObject({ phase: "starting", epoch: 2, ran: { execution } });
  });

  test("throws the interpreter away on a stop, and starts the next at once", () => {
    const stopped = stateAfter([{ type: "stop" }], RUNNING);
    expect(stopped).toMatchObject({ phase: "starting", epoch: 2, running: null });
    expect(stopped.ran?.execution.error?.kind).toBe("cancelled");
  });

  test("forgets a waiting run on a stop, and goes on starting", () => {
    const stopped = stateAfter([{ type: "open" }, run(), { type: "stop" }]);
    expect(stopped).toMatchObject({ phase: "starting", epoch: 1, running: null, ran: null });
  });

  test("stops a program at its limit, but not the one after it", () => {
    const expired = stateAfter([{ type: "expired", id: 1 }], RUNNING);
    expect(expired).toMatchObject({ phase: "starting", epoch: 2 });
    expect(expired.ran?.execution).toMatchObject({
      error: { kind: "timeout", message: "stopped after 10 s" },
      milliseconds: 10_000,
      blocks: [],
    });
    expect(stateAfter([{ type: "expired", id: 7 }], RUNNING)).toBe(RUNNING);
  });

  test("doesn't listen to an interpreter that was thrown away, nor to an answer to another run", () => {
    const stopped = stateAfter([{ type: "stop" }], RUNNING);
    expect(stateAfter([answer(1, { type: "done", id: 1, execution, worn: false })], stopped)).toBe(stopped);
    expect(stateAfter([answer(1, { type: "ready" })], stopped)).toBe(stopped);
    expect(stateAfter([answer(1, { type: "done", id: 9, execution, worn: false })], RUNNING)).toBe(RUNNING);
    expect(stateAfter([answer(1, { type: "ready" })], RUNNING)).toBe(RUNNING);
  });

  test("survives a program that breaks the interpreter, and says so", () => {
    const broken = stateAfter([answer(1, { type: "broken", message: "it broke" })], RUNNING);
    expect(broken).toMatchObject({ phase: "starting", epoch: 2 });
    expect(broken.ran?.execution.error).toEqual({ kind: "crash", message: "it broke", line: null });
  });

  test("has failed where it breaks before it is there, and can be tried again", () => {
    const failed = stateAfter([{ type: "open" }, run(), answer(1, { type: "broken", message: "no memory" })]);
    expect(failed).toMatchObject({ phase: "failed", failure: "no memory", running: null });
    expect(stateAfter([{ type: "open" }], failed)).toMatchObject({
      phase: "starting",
      epoch: 2,
      failure: null,
    });
    expect(stateAfter([run()], failed)).toMatchObject({ phase: "starting", epoch: 2, running: { id: 2 } });
  });

  test("runs one program at a time", () => {
    expect(stateAfter([run()], RUNNING)).toBe(RUNNING);
  });

  const event = fc.oneof<fc.Arbitrary<PythonEvent>[]>(
    fc.constant({ type: "open" }),
    fc.constant(run()),
    fc.constant({ type: "stop" }),
    fc.record({ type: fc.constant("expired"), id: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ type: fc.constant("fail"), message: fc.string() }),
    fc.record({ type: fc.constant("science"), installed: fc.boolean() }),
    fc.record({
      type: fc.constant("answer"),
      epoch: fc.integer({ min: 1, max: 4 }),
      answer: fc.oneof<fc.Arbitrary<BrowserAnswer>[]>(
        fc.constant({ type: "ready" }),
        fc.record({ type: fc.constant("started"), id: fc.integer({ min: 1, max: 4 }) }),
        fc.record({ type: fc.constant("broken"), message: fc.string() }),
        fc.record({
          type: fc.constant("done"),
          id: fc.integer({ min: 1, max: 4 }),
          execution: fc.constant(execution),
          worn: fc.boolean(),
        }),
      ),
    }),
  );

  test("is never without a run while it runs, and never goes back to an older interpreter", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let state = IDLE;
        for (const each of events) {
          const next = nextState(state, each);
          expect(next.epoch).toBeGreaterThanOrEqual(state.epoch);
          if (next.phase === "running") expect(next.running).not.toBeNull();
          if (next.phase === "ready" || next.phase === "failed") expect(next.running).toBeNull();
          // Whatever takes a program's interpreter away from it starts another.
          if (state.phase === "running" && next.phase === "starting")
            expect(next.epoch).toBe(state.epoch + 1);
          state = next;
        }
      }),
    );
  });
});
