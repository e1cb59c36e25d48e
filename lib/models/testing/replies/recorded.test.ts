import { describe, expect, test } from "vitest";
import { HAS_RECORDED, RECORDED, reply, TOOL_MODEL } from "./recorded.ts";

const QUESTION =
  "Janet’s ducks lay 16 eggs per day. She eats three for breakfast every morning and bakes muffins for her friends every day with four. She sells the remainder at the farmers' market daily for $2 per fresh duck egg. How much in dollars does she make every day at the farmers' market?";
const ask = (model: string, ...more: string[]) =>
  reply({
    model,
    messages: [
      { role: "user", content: `${QUESTION}\n\nReason step by step.` },
      ...more.map((content, at) => ({ role: at % 2 === 0 ? "assistant" : "user", content })),
    ],
  });

const title = "recorded answers";
describe.skipIf(!HAS_RECORDED)(
  HAS_RECORDED ? title : `${title} (SKIPPED: no real data at ${RECORDED.pathname})`,
  () => {
    test("are given word for word, by the model's name", () => {
      expect(ask("6b_verification")).toMatchObject({ kind: "answer", text: expect.stringContaining("16") });
      expect(ask("nobody")).toMatchObject({ kind: "fail", status: 404 });
    });

    test("of a trace with code come turn by turn, without the outputs", () => {
      const first = ask(TOOL_MODEL);
      expect(first).toMatchObject({ kind: "answer", text: expect.stringContaining("```python") });
      expect(JSON.stringify(first)).not.toContain("```output");
      const second = ask(TOOL_MODEL, "…", "```output\n18\n```");
      expect(second).toMatchObject({ kind: "answer", text: expect.stringContaining("boxed") });
    });
  },
);
