import { AppError } from "#lib/errors.ts";
import type { CallOutcome, ModelReply } from "./request.ts";

/** The reply of a call, if it has one. AppError where the endpoint refuses not just this request, but any. */
export function repliesOf(outcome: CallOutcome): ModelReply[] {
  if (outcome.ok) return [outcome.reply];
  if (outcome.fault === "refused" && !outcome.onlyThis) throw new AppError("unavailable", outcome.message);
  return [];
}
