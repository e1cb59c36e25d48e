import fc from "fast-check";
import { expect, test } from "vitest";
import { createOutbox, type KeyValueStore, type Outgoing } from "./outbox.ts";

function memory(): KeyValueStore {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const vote: fc.Arbitrary<Outgoing> = fc.record({
  id: fc.uuid(),
  unit: fc.integer({ min: 1, max: 1000 }),
  answer: fc.constantFrom(
    { kind: "skip" as const },
    { kind: "pair" as const, choice: "a" as const },
    { kind: "score" as const, score: 3 },
  ),
  shown: fc.array(fc.integer({ min: 1, max: 1000 })),
  problemVersion: fc.constant(1),
  seconds: fc.float({ min: 0, max: 1000, noNaN: true }).map((seconds) => seconds + 0),
  comment: fc.string({ unit: "grapheme" }),
  notes: fc.constant([]),
});

test("votes come back in the order they were added, also for a page that was loaded anew", () => {
  fc.assert(
    fc.property(fc.uniqueArray(vote, { selector: (each) => each.id, maxLength: 20 }), (votes: Outgoing[]) => {
      const store = memory();
      for (const each of votes) createOutbox(store, "ann", "p").add(each);
      expect(createOutbox(store, "ann", "p").list()).toEqual(votes);
    }),
  );
});

test("a vote that was sent is gone, the others stay", () => {
  const store = memory();
  const outbox = createOutbox(store, "ann", "p");
  const [first, second] = fc.sample(vote, 2);
  if (!first || !second) throw new Error("no sample");
  outbox.add(first);
  outbox.add(second);
  outbox.remove(first.id);
  expect(outbox.list()).toEqual([second]);
});

test("people and queues don't see each other's votes", () => {
  const store = memory();
  const [mine] = fc.sample(vote, 1);
  if (!mine) throw new Error("no sample");
  createOutbox(store, "ann", "p").add(mine);
  expect(createOutbox(store, "ben", "p").list()).toEqual([]);
  expect(createOutbox(store, "ann", "q").list()).toEqual([]);
});

test("what another version of the page wrote is no reason to fail", () => {
  const store = memory();
  store.setItem("lemma.answers.ann.p", "{not json");
  expect(createOutbox(store, "ann", "p").list()).toEqual([]);
});
