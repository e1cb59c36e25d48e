import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ChatBody, ReplyPlan } from "../reply-plan.ts";

/** Grades as the request's words decide, in a few milliseconds; now and then in words that no grade can be read from. */
export async function reply(request: ChatBody): Promise<ReplyPlan> {
  const pick = createHash("sha256").update(JSON.stringify(request)).digest().readUInt8(0);
  await sleep(pick / 12);
  if (pick < 20) return { kind: "answer", text: "It is hard to say." };
  if (request.messages.some(({ content }) => content.includes("<solution-a>"))) {
    // It likes the longer one, and, where that says little, the left side.
    const [left = "", right = ""] = ["a", "b"].map(
      (side) =>
        new RegExp(`<solution-${side}>([^]*)</solution-${side}>`).exec(
          request.messages.at(-1)?.content ?? "",
        )?.[1],
    );
    const better = left.length + 10 >= right.length ? "A" : "B";
    return { kind: "answer", text: JSON.stringify({ better, rationale: "It says more." }) };
  }
  const score = 1 + (pick % 10);
  const words = request.messages.map(({ content }) => content).join("\n");
  const body = words.includes("<solution>")
    ? { score, firstWrongStep: score < 5 ? "The answer is" : null, rationale: "As it stands." }
    : { clear: true, solvable: score > 3, answerRight: null, score, rationale: "As it stands." };
  return { kind: "answer", text: JSON.stringify(body) };
}
