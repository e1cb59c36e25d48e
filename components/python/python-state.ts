import type { BrowserAnswer, Execution, ExecutionError } from "#lib/python/contract.ts";

/** A run that waits for the interpreter, is being prepared, or, `started`, runs. `limit` is in milliseconds. */
export interface Running {
  id: number;
  codes: readonly string[];
  limit: number;
  started: boolean;
}

/** The code that ran last, a block for each code segment, and what came of it. */
export interface Ran {
  codes: readonly string[];
  execution: Execution;
}

/**
 * Python in this browser. idle: not asked for yet; starting: an interpreter is being made, perhaps with a run that
 * waits for it; failed: none could be made. Each interpreter counts as an epoch of its own, so that words of one
 * that was thrown away mean nothing. After a stop the next one starts at once.
 */
export interface PythonState {
  phase: "idle" | "starting" | "ready" | "running" | "failed";
  epoch: number;
  runs: number;
  running: Running | null;
  ran: Ran | null;
  /** Why it failed. */
  failure: string | null;
  /** Whether SymPy is there; null until that is known. */
  science: boolean | null;
}

export const IDLE: PythonState = {
  phase: "idle",
  epoch: 0,
  runs: 0,
  running: null,
  ran: null,
  failure: null,
  science: null,
};

export type PythonEvent =
  | { type: "open" }
  | { type: "science"; installed: boolean }
  | { type: "run"; codes: readonly string[]; limit: number }
  | { type: "stop" }
  | { type: "expired"; id: number }
  | { type: "fail"; message: string }
  | { type: "answer"; epoch: number; answer: BrowserAnswer };

/** What a run gave that ended without an answer. */
function ended({ codes, limit, started }: Running, kind: ExecutionError["kind"], message: string): Ran {
  const milliseconds = kind === "timeout" && started ? limit : 0;
  const error = { kind, message, line: null };
  return { codes, execution: { stdout: "", value: null, error, milliseconds, truncated: 0, blocks: [] } };
}

function expiredText({ limit, started }: Running): string {
  return started ? `stopped after ${limit / 1000} s` : "SymPy couldn't be loaded in time";
}

/** A fresh interpreter in place of the one there is. */
function restarted(state: PythonState): PythonState {
  return { ...state, phase: "starting", epoch: state.epoch + 1, running: null, failure: null };
}

function broughtDown(state: PythonState, kind: ExecutionError["kind"], message: string): PythonState {
  const { running } = state;
  return running ? { ...restarted(state), ran: ended(running, kind, message) } : state;
}

function answered(state: PythonState, answer: BrowserAnswer): PythonState {
  const { running } = state;
  switch (answer.type) {
    case "ready":
      return state.phase === "starting" ? { ...state, phase: running ? "running" : "ready" } : state;
    case "started":
      return running?.id === answer.id ? { ...state, running: { ...running, started: true } } : state;
    case "done": {
      if (running?.id !== answer.id) return state;
      const ran = { codes: running.codes, execution: answer.execution };
      return answer.worn ? { ...restarted(state), ran } : { ...state, phase: "ready", running: null, ran };
    }
    case "broken":
      if (state.phase === "starting")
        return { ...state, phase: "failed", running: null, failure: answer.message };
      return running ? broughtDown(state, "crash", answer.message) : restarted(state);
  }
}

/** The state after an event. Whoever holds it carries it out: a new epoch is started, a run under way is sent. */
export function nextState(state: PythonState, event: PythonEvent): PythonState {
  switch (event.type) {
    case "open":
      return state.phase === "idle" || state.phase === "failed" ? restarted(state) : state;
    case "science":
      return { ...state, science: event.installed };
    case "run": {
      if (state.running) return state;
      const runs = state.runs + 1;
      const running = { id: runs, codes: event.codes, limit: event.limit, started: false };
      if (state.phase === "ready") return { ...state, phase: "running", runs, running };
      return { ...(state.phase === "starting" ? state : restarted(state)), runs, running };
    }
    case "stop":
      if (state.phase === "starting") return { ...state, running: null };
      return broughtDown(state, "cancelled", "stopped by you");
    case "expired":
      if (state.phase !== "running" || state.running?.id !== event.id) return state;
      return broughtDown(state, "timeout", expiredText(state.running));
    case "fail":
      return { ...state, phase: "failed", running: null, failure: event.message };
    case "answer":
      return event.epoch === state.epoch ? answered(state, event.answer) : state;
  }
}
