/** Why an operation broke its promise. Each code has one HTTP status (lib/api/error-map.ts). */
export type ErrorCode =
  | "invalid_input"
  | "unauthorised"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "too_many_requests"
  | "unavailable"
  | "internal";

export interface ErrorPlace {
  /** The input field that the message is about. */
  field?: string;
  /** Line of the input file, from 1. */
  line?: number;
}

/** The one error class. `message` is shown to people: it says what is wrong and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly place: ErrorPlace;

  constructor(code: ErrorCode, message: string, place: ErrorPlace = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
    this.place = place;
  }
}

/** For what isn't there, or is behind a project wall: both look the same from outside. */
export function notFound(what: string): AppError {
  return new AppError("not_found", `There is no such ${what} here, or you can't see it.`);
}
