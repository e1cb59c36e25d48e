import { describe, expect, test } from "vitest";
import { EMPTY_DRAFT } from "./draft-fields.ts";
import { type KeyValueStore, localDraft, openingOf, type Unsent } from "./local-draft.ts";

function mapStore(map = new Map<string, string>()): KeyValueStore {
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const written = (text: string) => ({ ...EMPTY_DRAFT, text });
const unsent = (text: string, after: string | null): Unsent => ({
  fields: written(text),
  baseVersion: 3,
  after,
});

describe("a draft that wasn't sent", () => {
  test("is found again by the same person, at the same problem, until it is forgotten", () => {
    const store = mapStore();
    localDraft(store, "olive", "demo", 7).remember(unsent("mine", null));
    expect(localDraft(store, "olive", "demo", 7).recall()).toEqual(unsent("mine", null));
    expect(localDraft(store, "paul", "demo", 7).recall()).toBeNull();
    expect(localDraft(store, "olive", "demo", 8).recall()).toBeNull();
    expect(localDraft(store, "olive", "demo").recall()).toBeNull();
    localDraft(store, "olive", "demo", 7).forget();
    expect(localDraft(store, "olive", "demo", 7).recall()).toBeNull();
  });

  test("that can't be read is none", () => {
    const store = mapStore(new Map([["lemma.draft.olive.demo.new", '{"fields": 1}']]));
    expect(localDraft(store, "olive", "demo").recall()).toBeNull();
    store.setItem("lemma.draft.olive.demo.new", "{");
    expect(localDraft(store, "olive", "demo").recall()).toBeNull();
  });

  test("doesn't disturb writing where the storage is full", () => {
    const full = mapStore();
    full.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const draft = localDraft(full, "olive", "demo");
    expect(() => draft.remember(unsent("mine", null))).not.toThrow();
    expect(draft.recall()).toBeNull();
  });
});

describe("an editor opens with", () => {
  const problem = { fields: written("saved"), version: 4 };
  const draft = { fields: written("draft"), baseVersion: 3, updatedAt: "2026-01-02T00:00:00.000Z" };

  test("the problem where nothing else was written", () => {
    expect(openingOf({ problem, draft: null, unsent: null })).toEqual({
      fields: written("saved"),
      baseVersion: 4,
      from: "problem",
      other: null,
    });
  });

  test("the draft where there is one", () => {
    const opening = openingOf({ problem, draft, unsent: null });
    expect(opening).toMatchObject({ fields: written("draft"), baseVersion: 3, from: "draft" });
  });

  test("what wasn't sent where it follows from the draft, or there is none", () => {
    const after = unsent("unsent", draft.updatedAt);
    expect(openingOf({ problem, draft, unsent: after }).fields.text).toBe("unsent");
    expect(openingOf({ problem, draft: null, unsent: unsent("unsent", null) }).from).toBe("unsent");
  });

  test("the draft where it was written on elsewhere, with what wasn't sent at hand", () => {
    const old = unsent("unsent", "2026-01-01T00:00:00.000Z");
    expect(openingOf({ problem, draft, unsent: old })).toMatchObject({ from: "draft", other: old });
    expect(openingOf({ problem, draft: null, unsent: old })).toMatchObject({ from: "problem", other: old });
  });
});
