/** A deadline between the API, which speaks UTC, and a field of the type datetime-local, which speaks local time. */

const two = (value: number) => String(value).padStart(2, "0");

/** For the field, to the minute; empty where there is none. */
export function deadlineText(deadline: string | null): string {
  if (deadline === null) return "";
  const at = new Date(deadline);
  if (Number.isNaN(at.getTime())) return "";
  const day = `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export type TypedDeadline = { value: string | null; error: null } | { value: null; error: string };

/** What the field means: an ISO time in UTC, or null where it is empty. */
export function typedDeadline(typed: string): TypedDeadline {
  if (typed.trim() === "") return { value: null, error: null };
  const at = new Date(typed);
  if (Number.isNaN(at.getTime())) return { value: null, error: "Give a day and a time, or leave it empty." };
  return { value: at.toISOString(), error: null };
}
