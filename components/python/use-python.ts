"use client";

import { useEffect, useReducer, useState } from "react";
import type { OpenFrame, PythonFrame } from "./python-frame.ts";
import { IDLE, nextState, type PythonState } from "./python-state.ts";

const START_MS = 120_000;
/** SymPy is imported before the program that asks for it first. */
const PREPARE_MS = 60_000;

export interface Python {
  state: PythonState;
  /** Runs a block for each code, as soon as the interpreter is there; at most `limit` milliseconds. */
  run(codes: readonly string[], limit: number): void;
  stop(): void;
  /** Once more after a failure. */
  retry(): void;
}

/** Python in this browser, in an isolated frame that is there as long as the component. */
export function usePython(open: OpenFrame): Python {
  const [state, dispatch] = useReducer(nextState, IDLE);
  const [frame, setFrame] = useState<PythonFrame | null>(null);
  const { phase, epoch, running } = state;

  useEffect(() => {
    const opened = open({
      answer: (of, answer) => dispatch({ type: "answer", epoch: of, answer }),
      loaded: (installed) => dispatch({ type: "science", installed }),
      fail: (message) => dispatch({ type: "fail", message }),
    });
    setFrame(opened);
    dispatch({ type: "open" });
    return () => {
      opened.close();
      setFrame(null);
    };
  }, [open]);

  useEffect(() => {
    if (frame && epoch > 0) frame.start(epoch);
  }, [frame, epoch]);

  const id = phase === "running" ? (running?.id ?? null) : null;
  const codes = running?.codes;
  useEffect(() => {
    if (frame && id !== null && codes) frame.run(epoch, id, { blocks: [...codes] });
  }, [frame, epoch, id, codes]);

  const started = running?.started ?? false;
  const limit = running?.limit ?? 0;
  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => dispatch({ type: "expired", id }), started ? limit : PREPARE_MS);
    return () => clearTimeout(timer);
  }, [id, started, limit]);

  useEffect(() => {
    if (phase !== "starting") return;
    const message = `Python didn't start within ${START_MS / 1000} s.`;
    const timer = setTimeout(() => dispatch({ type: "fail", message }), START_MS);
    return () => clearTimeout(timer);
  }, [phase]);

  return {
    state,
    run: (blocks, milliseconds) => dispatch({ type: "run", codes: blocks, limit: milliseconds }),
    stop: () => dispatch({ type: "stop" }),
    retry: () => dispatch({ type: "open" }),
  };
}
