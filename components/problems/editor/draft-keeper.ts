import { apiFailure } from "#lib/api/client.ts";
import type { DraftFields } from "#lib/problems/contract.ts";
import type { LocalDraft } from "./local-draft.ts";

export const REST_MS = 800;
export const RETRY_MS = 3_000;

export interface Written {
  fields: DraftFields;
  baseVersion: number | null;
}

/** `saved` with the time, in milliseconds since 1970; `message` of the studio where it refused the draft. */
export type DraftState =
  | { status: "none" | "unsent" | "offline" }
  | { status: "saved"; at: number }
  | { status: "refused"; message: string };

interface Tools {
  /** Keeps the draft in the studio; gives the time at which it was saved. */
  save: (written: Written) => Promise<string>;
  discard: () => Promise<void>;
  /** Sends without waiting for an answer, because the page goes away. */
  sendLast: (written: Written) => void;
  local: LocalDraft;
  /** Runs later; gives what calls it off. */
  schedule: (run: () => void, milliseconds: number) => () => void;
  onState: (state: DraftState) => void;
}

export type DraftKeeper = ReturnType<typeof keepDraft>;

const MAY_PASS = new Set(["offline", "internal", "unavailable", "too_many_requests"]);

/**
 * Keeps what is written as a draft: in this browser at once, in the studio when the writer rests, one call at a
 * time, the latest words last. A broken connection is tried again until it is there. `savedAt`: of the draft that the
 * studio has, null where it has none.
 */
export function keepDraft(savedAt: string | null, tools: Tools) {
  const { save, discard, sendLast, local, schedule, onState } = tools;
  let known = savedAt;
  let waiting: Written | null = null;
  let sending: Promise<void> | null = null;
  let callOff: (() => void) | null = null;

  const never = () => {
    callOff?.();
    callOff = null;
  };
  const later = (milliseconds: number) => {
    never();
    callOff = schedule(() => void flush(), milliseconds);
  };

  async function send(written: Written): Promise<void> {
    try {
      known = await save(written);
      if (waiting === null) {
        local.forget();
        onState({ status: "saved", at: Date.parse(known) });
      } else local.remember({ ...waiting, after: known });
    } catch (error) {
      waiting ??= written;
      const { code, message } = apiFailure(error);
      if (!MAY_PASS.has(code)) return onState({ status: "refused", message });
      onState({ status: "offline" });
      later(RETRY_MS);
    }
  }

  /** Sends what waits, now. */
  async function flush(): Promise<void> {
    never();
    await sending;
    if (waiting === null || sending !== null) return;
    const written = waiting;
    waiting = null;
    sending = send(written);
    await sending;
    sending = null;
  }

  /** Nothing waits any more, and nothing is under way. */
  async function rest(): Promise<void> {
    never();
    waiting = null;
    await sending;
    never();
    waiting = null;
  }

  return {
    flush,
    rest,
    write(written: Written): void {
      waiting = written;
      local.remember({ ...written, after: known });
      onState({ status: "unsent" });
      later(REST_MS);
    },
    /** The page goes away: what waits stays in this browser and is sent off as well as can be. */
    leave(): void {
      if (waiting !== null) sendLast(waiting);
    },
    /** There is no draft any more: it was saved, or isn't wanted. */
    async drop(): Promise<void> {
      await rest();
      local.forget();
      onState({ status: "none" });
      if (known === null) return;
      await discard();
      known = null;
    },
    /** The time of the draft that the studio is known to have. */
    savedAt: () => known,
  };
}
