import { existsSync, readFileSync } from "node:fs";
import { segmentText } from "#lib/formats/segments.ts";
import type { ChatBody, ReplyPlan } from "../reply-plan.ts";

/** Real answers of real models, kept outside the project (see SOURCES.md there). */
export const RECORDED = new URL("../../../../../shared/data/gsm8k/", import.meta.url);
export const HAS_RECORDED = existsSync(RECORDED);

/** The models that answer, by their names in the files. */
export const SAMPLED_MODELS = [
  "6b_finetuning",
  "6b_verification",
  "175b_finetuning",
  "175b_verification",
] as const;
export const TOOL_MODEL = "tora-70b";

type Solutions = { question: string } & Record<(typeof SAMPLED_MODELS)[number], { solution: string }>;

function lines<Row>(file: string): Row[] {
  // The files are fixed and described in SOURCES.md.
  const text = readFileSync(new URL(file, RECORDED), "utf8").split("\n");
  return text.filter((line) => line !== "").map((line) => JSON.parse(line) as Row);
}

/** By model, the recorded answer to each question. */
function recordedAnswers(): Map<string, Map<string, string>> {
  const solutions = lines<Solutions>("example_model_solutions.jsonl");
  const trajectories = lines<{ question: string; code: [string] }>("tora-70b.jsonl");
  const byModel = new Map<string, Map<string, string>>(
    SAMPLED_MODELS.map((model) => [
      model,
      new Map(solutions.map((row) => [row.question.trim(), row[model].solution])),
    ]),
  );
  return byModel.set(
    TOOL_MODEL,
    new Map(trajectories.map(({ question, code }) => [question.trim(), code[0]])),
  );
}

let answers: Map<string, Map<string, string>> | null = null;

/**
 * Answers as the model of that name once did. A trace with code comes turn by turn: up to its first program, and from
 * each output that is given on with what follows the recorded one.
 */
export function reply(request: ChatBody): ReplyPlan {
  answers ??= recordedAnswers();
  const words = request.messages.map(({ content }) => content).join("\n");
  const known = [...(answers.get(request.model) ?? [])].find(([question]) => words.includes(question));
  if (!known)
    return { kind: "fail", status: 404, message: `nothing is recorded of ${request.model} for this` };
  const turn = request.messages.filter(({ role }) => role === "assistant").length;
  return { kind: "answer", text: request.model === TOOL_MODEL ? turnOf(known[1], turn) : known[1] };
}

function turnOf(trace: string, turn: number): string {
  const turns: string[] = [""];
  for (const { type, content } of segmentText(trace)) {
    if (type === "output") turns.push("");
    else turns[turns.length - 1] += type === "code" ? `\n\`\`\`python\n${content}\n\`\`\`\n` : content;
  }
  return turns[turn] ?? "That is all.";
}
