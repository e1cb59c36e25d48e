import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ChatBody, ReplyPlan } from "../reply-plan.ts";
import { reply as calm, wordsOf } from "./maths.ts";

/** Takes from 20 to 220 ms for a reply, by the request's words. */
export async function reply(request: ChatBody): Promise<ReplyPlan> {
  const pick = createHash("sha256").update(wordsOf(request)).digest().readUInt8(0);
  await sleep(20 + (pick / 256) * 200);
  return calm(request);
}
