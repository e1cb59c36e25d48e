import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ChatBody, ReplyPlan } from "../reply-plan.ts";

const SUM = /What is (\d+) plus (\d+)\?/;

/** A number from 0 to 255 that depends on the whole request alone. */
function pickOf(request: ChatBody): number {
  return createHash("sha256").update(JSON.stringify(request)).digest().readUInt8(0);
}

/**
 * Solves "What is A plus B?" as it is asked to: in words, by a program, or in turns, where the second turn reads what the
 * first one's program printed. Some replies are cut off, refused or wrong, as the request's words decide; each takes a
 * few milliseconds.
 */
export async function reply(request: ChatBody): Promise<ReplyPlan> {
  const words = request.messages.map(({ content }) => content).join("\n");
  const [, a = "0", b = "0"] = SUM.exec(words) ?? [];
  const pick = pickOf(request);
  await sleep(pick / 12);
  if (/Write one Python program/.test(words)) {
    return { kind: "answer", text: `\`\`\`python\nprint(${a} + ${b})\n\`\`\`` };
  }
  const printed = request.messages.at(-1)?.content.match(/^```output\n(.*)\n```/s)?.[1];
  if (printed !== undefined) return { kind: "answer", text: `So it is \\boxed{${printed}}.` };
  if (/compute with Python/.test(words)) {
    const text = `I add them.\n\`\`\`python\ntotal = ${a} + ${b}\nprint(total)\n\`\`\`\n\`\`\`output\n0\n\`\`\`\nSo 0.`;
    return { kind: "answer", text };
  }
  if (pick < 25) return { kind: "answer", text: "I add", finishReason: "length" };
  if (pick < 50) return { kind: "answer", text: "I'm sorry, but I can't help with that." };
  const sum = Number(a) + Number(b) + (pick < 100 ? 1 : 0);
  return { kind: "answer", text: `${a} + ${b} = ${sum}. The answer is \\boxed{${sum}}.` };
}
