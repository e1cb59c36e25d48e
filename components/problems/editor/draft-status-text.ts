import type { DraftState } from "./draft-keeper.ts";

function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 5) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}

/** Where what is written is kept, in a few words; empty where there is nothing to keep. `now` in milliseconds since 1970. */
export function draftStatusText(state: DraftState, now: number): string {
  switch (state.status) {
    case "none":
      return "";
    case "unsent":
      return "Keeping the draft…";
    case "saved":
      return `Draft saved ${ago(now - state.at)}`;
    case "offline":
      return "Offline: the draft is in this browser";
    case "refused":
      return `The draft is only in this browser: ${state.message}`;
  }
}
