import { z } from "zod";
import { note, unitAnswer } from "#lib/review/contract.ts";

/** An answer on its way to the studio. It stays here until the studio has said that it has it. */
export const outgoing = z.object({
  id: z.uuid(),
  unit: z.number().int(),
  answer: unitAnswer,
  shown: z.array(z.number().int()),
  problemVersion: z.number().int(),
  seconds: z.number(),
  comment: z.string(),
  notes: z.array(note),
});
export type Outgoing = z.infer<typeof outgoing>;

/** What the browser's storage offers; a test brings a map. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Answers of one person in one queue that wait to be sent, oldest first. They survive a reload. */
export interface Outbox {
  list(): Outgoing[];
  add(answer: Outgoing): void;
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

export function createOutbox(store: KeyValueStore, userId: string, queue: string): Outbox {
  const key = `lemma.answers.${userId}.${queue}`;
  const write = (answers: Outgoing[]) => {
    if (answers.length === 0) store.removeItem(key);
    else store.setItem(key, JSON.stringify(answers));
  };
  return {
    list: () => read(store, key),
    add: (answer) => write([...read(store, key).filter((other) => other.id !== answer.id), answer]),
    remove: (id) => write(read(store, key).filter((answer) => answer.id !== id)),
  };
}
