import { z } from "zod";
import { sideAnswer } from "#lib/review/contract.ts";

/** A vote on its way to the studio. It stays here until the studio has said that it has it. */
export const outgoing = z.object({
  id: z.uuid(),
  pairId: z.number().int(),
  answer: sideAnswer,
  leftPathId: z.number().int(),
  seconds: z.number(),
  comment: z.string().optional(),
});
export type Outgoing = z.infer<typeof outgoing>;

/** What the browser's storage offers; a test brings a map. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Votes of one person in one project that wait to be sent, oldest first. They survive a reload. */
export interface Outbox {
  list(): Outgoing[];
  add(vote: Outgoing): void;
  remove(id: string): void;
}

function read(store: KeyValueStore, key: string): Outgoing[] {
  const text = store.getItem(key);
  if (text === null) return [];
  try {
    return z.array(outgoing).parse(JSON.parse(text));
  } catch {
    // Written by another version of the page; what can't be read can't be sent either.
    return [];
  }
}

export function createOutbox(store: KeyValueStore, userId: string, project: string): Outbox {
  const key = `lemma.votes.${userId}.${project}`;
  const write = (votes: Outgoing[]) => {
    if (votes.length === 0) store.removeItem(key);
    else store.setItem(key, JSON.stringify(votes));
  };
  return {
    list: () => read(store, key),
    add: (vote) => write([...read(store, key).filter((other) => other.id !== vote.id), vote]),
    remove: (id) => write(read(store, key).filter((vote) => vote.id !== id)),
  };
}
