import { createHash } from "node:crypto";
import type { ChatBody, ReplyPlan } from "../reply-plan.ts";
import { reply as calm, wordsOf } from "./maths.ts";

const TROUBLES: readonly ReplyPlan[] = [
  { kind: "fail", status: 500, message: "the model fell over" },
  { kind: "stall" },
  { kind: "fail", status: 429, message: "slow down", headers: { "retry-after": "0" } },
  { kind: "garble", body: "<html>502 Bad Gateway</html>" },
  { kind: "garble", body: '{"choices": []}' },
  { kind: "cut", text: "This goes on until it doesn't, and it doesn't for long." },
];

/** Fails, stalls, limits, garbles or cuts off at first, by the request's words; the second time it answers. */
export function reply(request: ChatBody, attempt: number): ReplyPlan {
  const pick = createHash("sha256").update(wordsOf(request)).digest().readUInt32BE(0);
  const trouble = TROUBLES[pick % (TROUBLES.length + 2)];
  return attempt === 1 && trouble !== undefined ? trouble : calm(request);
}
