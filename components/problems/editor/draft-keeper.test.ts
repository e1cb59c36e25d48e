import { ORPCError } from "@orpc/client";
import { describe, expect, test } from "vitest";
import { EMPTY_DRAFT } from "./draft-fields.ts";
import { type DraftState, keepDraft, type Written } from "./draft-keeper.ts";
import { localDraft } from "./local-draft.ts";

const written = (text: string): Written => ({ fields: { ...EMPTY_DRAFT, text }, baseVersion: 1 });

type Answer = { saved: (at: string) => void; failed: (error: Error) => void };

/** A keeper whose studio answers when the test lets it, and whose clock the test moves. */
function stage(savedAt: string | null = null) {
  const map = new Map<string, string>();
  const store = {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
  const local = localDraft(store, "olive", "demo");
  const sent: string[] = [];
  const last: string[] = [];
  const answers: Answer[] = [];
  const states: DraftState[] = [];
  const discarded: number[] = [];
  let due: (() => void) | null = null;
  const keeper = keepDraft(savedAt, {
    local,
    save: ({ fields }) => {
      sent.push(fields.text);
      return new Promise((saved, failed) => answers.push({ saved, failed }));
    },
    discard: async () => void discarded.push(1),
    sendLast: ({ fields }) => void last.push(fields.text),
    schedule: (run) => {
      due = run;
      return () => {
        if (due === run) due = null;
      };
    },
    onState: (state) => void states.push(state),
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    keeper,
    local,
    sent,
    last,
    states,
    discarded,
    isDue: () => due !== null,
    async rest() {
      const run = due;
      due = null;
      run?.();
      await settle();
    },
    async answer(with_: string | Error) {
      const answer = answers.shift();
      if (typeof with_ === "string") answer?.saved(with_);
      else answer?.failed(with_);
      await settle();
    },
  };
}

const AT = "2026-01-02T00:00:00.000Z";
const LATER = "2026-01-02T00:00:05.000Z";

describe("a draft", () => {
  test("is in the browser at once and in the studio when the writer rests, with the latest words only", async () => {
    const on = stage();
    on.keeper.write(written("a"));
    on.keeper.write(written("ab"));
    expect(on.local.recall()?.fields.text).toBe("ab");
    expect(on.sent).toEqual([]);
    await on.rest();
    expect(on.sent).toEqual(["ab"]);
    await on.answer(AT);
    expect(on.states.at(-1)).toEqual({ status: "saved", at: Date.parse(AT) });
    expect(on.local.recall()).toBeNull();
  });

  test("is sent one call at a time, and what was written meanwhile follows", async () => {
    const on = stage();
    on.keeper.write(written("a"));
    await on.rest();
    on.keeper.write(written("ab"));
    await on.rest();
    expect(on.sent).toEqual(["a"]);
    await on.answer(AT);
    expect(on.sent).toEqual(["a", "ab"]);
    expect(on.local.recall()).toMatchObject({ fields: { text: "ab" }, after: AT });
    await on.answer(LATER);
    expect(on.states.at(-1)).toEqual({ status: "saved", at: Date.parse(LATER) });
    expect(on.local.recall()).toBeNull();
  });

  test("is tried again while the studio can't be reached, and not lost", async () => {
    const on = stage();
    on.keeper.write(written("a"));
    await on.rest();
    await on.answer(new TypeError("fetch failed"));
    expect(on.states.at(-1)).toEqual({ status: "offline" });
    expect(on.local.recall()?.fields.text).toBe("a");
    await on.rest();
    await on.answer(AT);
    expect(on.sent).toEqual(["a", "a"]);
    expect(on.states.at(-1)).toMatchObject({ status: "saved" });
  });

  test("that the studio refuses says why, stays in the browser and isn't sent over and over", async () => {
    const on = stage();
    on.keeper.write(written("a"));
    await on.rest();
    await on.answer(new ORPCError("not_found", { message: "It is in the bin." }));
    expect(on.states.at(-1)).toEqual({ status: "refused", message: "It is in the bin." });
    expect(on.isDue()).toBe(false);
    expect(on.local.recall()?.fields.text).toBe("a");
  });

  test("of which newer words wait when a call fails is sent with the newer words", async () => {
    const on = stage();
    on.keeper.write(written("a"));
    await on.rest();
    on.keeper.write(written("ab"));
    await on.answer(new TypeError("fetch failed"));
    await on.rest();
    expect(on.sent).toEqual(["a", "ab"]);
  });

  test("that waits is sent off when the page goes away, and none where nothing waits", async () => {
    const on = stage();
    on.keeper.leave();
    on.keeper.write(written("a"));
    on.keeper.leave();
    expect(on.last).toEqual(["a"]);
    await on.rest();
    await on.answer(AT);
    on.keeper.leave();
    expect(on.last).toEqual(["a"]);
  });

  test("that is dropped is gone from both places, after what was under way", async () => {
    const on = stage();
    on.keeper.write(written("a"));
    await on.rest();
    on.keeper.write(written("ab"));
    const dropped = on.keeper.drop();
    expect(on.discarded).toEqual([]);
    await on.answer(AT);
    await dropped;
    expect(on.discarded).toEqual([1]);
    expect(on.sent).toEqual(["a"]);
    expect(on.local.recall()).toBeNull();
    expect(on.isDue()).toBe(false);
    expect(on.states.at(-1)).toEqual({ status: "none" });
  });

  test("that the studio doesn't have needs no discarding there", async () => {
    const on = stage();
    await on.keeper.drop();
    expect(on.discarded).toEqual([]);
    const other = stage(AT);
    await other.keeper.drop();
    expect(other.discarded).toEqual([1]);
  });

  test("is not sent any more once the keeper rests", async () => {
    const on = stage();
    on.keeper.write(written("a"));
    await on.rest();
    const resting = on.keeper.rest();
    await on.answer(new TypeError("fetch failed"));
    await resting;
    expect(on.isDue()).toBe(false);
    expect(on.sent).toEqual(["a"]);
  });
});
