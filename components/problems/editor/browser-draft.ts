import { type KeyValueStore, type LocalDraft, localDraft } from "./local-draft.ts";

/** The page is drawn on the server first, where no drafts are kept. */
const NOWHERE: KeyValueStore = { getItem: () => null, setItem: () => {}, removeItem: () => {} };

/** Unsent drafts in this browser. */
export function browserDraft(user: string, project: string, problem?: number): LocalDraft {
  return localDraft(typeof window === "undefined" ? NOWHERE : window.localStorage, user, project, problem);
}
