import { LinkButton } from "#components/ui/link-button.tsx";

const LACKS = {
  model: {
    words:
      "It needs a model: any OpenAI-compatible endpoint, such as vLLM, Ollama, llama.cpp or a hosted one. A lead adds it, for the use “generator”.",
    path: "/models",
    action: "Models",
  },
  seed: {
    words: "It needs at least one seed of the train split to show the model.",
    path: "/problems/new",
    action: "Write a seed",
  },
} as const;

/** What a Self-Instruct run still needs, and where to get it. */
export function InstructObstacle({ project, lacks }: { project: string; lacks: keyof typeof LACKS }) {
  const { words, path, action } = LACKS[lacks];
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="text-ink-muted">{words}</p>
      <LinkButton href={`/projects/${project}${path}`}>{action}</LinkButton>
    </div>
  );
}
