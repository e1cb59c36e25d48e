import { type Headers, waitHint } from "./wait-hint.ts";

/** What kept one try of a request from giving an answer. Texts come from outside: show them as data, scrubbed. */
export type Failure =
  /** The server's own no, with what it said. `code` is its own word for it, such as insufficient_quota. */
  | { kind: "status"; status: number; headers: Headers; said: string; code: string | null }
  /** Nothing was sent: the address is inside the server's network, or can't be asked at all. */
  | { kind: "barred"; message: string }
  | { kind: "network"; reason: string }
  | { kind: "timeout"; reason: string }
  | { kind: "garbled"; reason: string };

/** What to do after a failure. */
export type NextStep =
  /** Ask again after so long; `everyone`: no request of this endpoint should go out before. */
  | { do: "wait"; milliseconds: number; everyone: boolean }
  /** Asking again makes no sense until somebody changes something. */
  | { do: "stop"; fault: "refused" | "failing"; onlyThis?: true; message: string };

export const MOST_TRIES = 8;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
/** A server that asks to wait longer than this is one that fails. */
const MOST_PATIENCE = 15 * 60_000;
const AGAIN = new Set([408, 409, 425, 429]);
/** Refusals that may be for what stands in the request: others may pass. */
const OF_THE_REQUEST = new Set([400, 413, 422]);

/**
 * What a failure means after `tries` tries (from 1). Waits are exponential with full jitter (Brooker, "Exponential
 * Backoff And Jitter"): evenly between 0 and min(60 s, 1 s · 2^(tries−1)); where the server says how long, that long,
 * and the jitter on top, so that many don't come back in the same moment. `random` is in [0, 1), `now` milliseconds.
 */
export function nextStep(
  failure: Failure,
  tries: number,
  { now, random }: { now: number; random: number },
): NextStep {
  if (failure.kind === "barred") return { do: "stop", fault: "refused", message: failure.message };
  if (failure.kind === "status" && !mayPass(failure)) {
    const onlyThis = OF_THE_REQUEST.has(failure.status) ? { onlyThis: true as const } : {};
    return { do: "stop", fault: "refused", ...onlyThis, message: refusal(failure) };
  }
  if (tries >= MOST_TRIES) {
    return { do: "stop", fault: "failing", message: `Tried ${tries} times; at last ${inWords(failure)}.` };
  }
  const jitter = random * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
  if (failure.kind !== "status") return { do: "wait", milliseconds: jitter, everyone: false };
  const hint = waitHint(failure.headers, now);
  if (hint !== null && hint > MOST_PATIENCE) {
    const minutes = Math.ceil(hint / 60_000);
    const message = `The endpoint asks to wait ${minutes} minutes (${inWords(failure)}). Go on then, or raise its limits.`;
    return { do: "stop", fault: "failing", message };
  }
  const everyone = failure.status === 429 || hint !== null;
  return { do: "wait", milliseconds: hint === null ? jitter : hint + jitter / tries, everyone };
}

function mayPass({ status, code }: Failure & { kind: "status" }): boolean {
  if (code === "insufficient_quota") return false;
  return AGAIN.has(status) || status >= 500;
}

function refusal({ status, said, code }: Failure & { kind: "status" }): string {
  const words = said === "" ? `${status}` : `${status}: ${said}`;
  if (code === "insufficient_quota" || status === 402)
    return `The endpoint's account has nothing left (${words}). Top it up, or choose another model.`;
  if (status === 401 || status === 403)
    return `The endpoint refuses the key (${words}). Enter a valid one for this model.`;
  if (status === 404)
    return `The endpoint knows no such model or address (${words}). Check the model's name and the base URL.`;
  if (status === 413)
    return `The request is too long for the endpoint (${words}). Show it fewer or shorter problems.`;
  if (status >= 300 && status < 400)
    return `The endpoint sends on to another address (${words}), which is never followed. Enter the address itself as base URL.`;
  return `The endpoint refuses the request (${words}). Check the model's parameters.`;
}

/** A failure as the end of a sentence. */
export function inWords(failure: Failure): string {
  switch (failure.kind) {
    case "status":
      return failure.said === ""
        ? `it answered ${failure.status}`
        : `it answered ${failure.status}: ${failure.said}`;
    case "network":
      return `it couldn't be reached (${failure.reason})`;
    case "timeout":
      return failure.reason;
    case "garbled":
      return `its answer couldn't be read (${failure.reason})`;
    case "barred":
      return failure.message;
  }
}
