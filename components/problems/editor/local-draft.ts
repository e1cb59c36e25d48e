import { z } from "zod";
import { type DraftFields, draftFields } from "#lib/problems/contract.ts";

/**
 * What was written and has not reached the studio yet. `after`: when the draft that the studio had before was saved,
 * null where it had none.
 */
const unsent = z.object({
  fields: draftFields,
  baseVersion: z.number().int().nullable(),
  after: z.string().nullable(),
});
export type Unsent = z.infer<typeof unsent>;

/** What the browser's storage offers; a test brings a map. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** One person's unsent draft of one problem, or of a new one, in this browser. */
export interface LocalDraft {
  recall(): Unsent | null;
  remember(draft: Unsent): void;
  forget(): void;
}

function parse(text: string): Unsent | null {
  try {
    return unsent.parse(JSON.parse(text));
  } catch {
    // Written by another version of the page; what can't be read can't be shown either.
    return null;
  }
}

export function localDraft(
  store: KeyValueStore,
  user: string,
  project: string,
  problem?: number,
): LocalDraft {
  const key = `lemma.draft.${user}.${project}.${problem ?? "new"}`;
  return {
    recall: () => {
      const text = store.getItem(key);
      return text === null ? null : parse(text);
    },
    remember: (draft) => {
      try {
        store.setItem(key, JSON.stringify(draft));
      } catch {
        // The storage is full or closed: then the draft is only where it is sent to.
      }
    },
    forget: () => store.removeItem(key),
  };
}

export interface Opening {
  fields: DraftFields;
  baseVersion: number | null;
  /** Where the fields come from. "unsent" has to be sent. */
  from: "problem" | "draft" | "unsent";
  /** An unsent version of this browser that the draft, saved elsewhere since, doesn't follow from. */
  other: Unsent | null;
}

interface Known {
  problem: { fields: DraftFields; version: number | null };
  draft: { fields: DraftFields; baseVersion: number | null; updatedAt: string } | null;
  unsent: Unsent | null;
}

/** What an editor opens with: the latest that was written, be it here, elsewhere, or saved. */
export function openingOf({ problem, draft, unsent }: Known): Opening {
  if (unsent && unsent.after === (draft?.updatedAt ?? null))
    return { fields: unsent.fields, baseVersion: unsent.baseVersion, from: "unsent", other: null };
  if (draft) return { fields: draft.fields, baseVersion: draft.baseVersion, from: "draft", other: unsent };
  return { fields: problem.fields, baseVersion: problem.version, from: "problem", other: unsent };
}
