/** What is wrong with one field of one row, and what to do about it. `field` is null where it is the whole row. */
export interface FieldError {
  field: string | null;
  message: string;
}

/** An expected outcome: the value, or the first fault that was found. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; error: FieldError };

export function good<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function bad(field: string | null, message: string): { ok: false; error: FieldError } {
  return { ok: false, error: { field, message } };
}
