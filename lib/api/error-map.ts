import { ORPCError, ValidationError } from "@orpc/server";
import { AppError, type ErrorCode } from "#lib/errors.ts";

/** HTTP status of each error code: exhaustive by type. */
export const STATUS: Record<ErrorCode, number> = {
  invalid_input: 400,
  unauthorised: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
};

/** What a caller sees of an error. `field` and `line` say where, when known. */
export interface ErrorBody {
  code: ErrorCode;
  status: number;
  message: string;
  data: { field?: string; line?: number };
}

function describe(issue: ValidationError["issues"][number]): { field: string; message: string } {
  const field = (issue.path ?? [])
    .map((part) => String(typeof part === "object" ? part.key : part))
    .join(".");
  return { field, message: field ? `${field}: ${issue.message}` : issue.message };
}

/** PostgreSQL's character_not_in_repertoire: its texts hold every character but NUL. */
function holdsNul(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "22021";
}

/** The one map from anything thrown to what is shown outside. Unknown errors never show their text. */
export function errorBody(error: unknown): ErrorBody {
  if (error instanceof AppError) {
    return { code: error.code, status: STATUS[error.code], message: error.message, data: error.place };
  }
  if (holdsNul(error)) {
    return {
      code: "invalid_input",
      status: 400,
      message: "Take the NUL character out of the text.",
      data: {},
    };
  }
  if (error instanceof ORPCError) {
    if (error.code === "BAD_REQUEST" && error.cause instanceof ValidationError) {
      const issues = error.cause.issues.map(describe);
      const field = issues[0]?.field;
      const message =
        issues.map((issue) => issue.message).join("; ") || "The input is not of the right form.";
      return { code: "invalid_input", status: 400, message, data: field ? { field } : {} };
    }
    if (error.code === "NOT_FOUND") {
      return { code: "not_found", status: 404, message: "There is no such operation.", data: {} };
    }
    if (error.code === "BAD_REQUEST") {
      return {
        code: "invalid_input",
        status: 400,
        message: "The request's body can't be read as JSON.",
        data: {},
      };
    }
  }
  return {
    code: "internal",
    status: 500,
    message: "Something broke on our side. Try again; the log has the details.",
    data: {},
  };
}

/** True for errors that nobody expected, which belong into the server's log. */
export function isUnexpected(error: unknown): boolean {
  return errorBody(error).code === "internal";
}

export function toORPCError(error: unknown): ORPCError<string, ErrorBody["data"]> {
  const { code, status, message, data } = errorBody(error);
  return new ORPCError(code, { status, message, data, cause: error });
}
