import { Panel } from "#components/ui/panel.tsx";

const SHAPES: readonly [string, string][] = [
  ["Lemma", "problem, path, score and pair records"],
  ["GSM8K", "question, answer with #### N"],
  ["MATH", "problem, solution, level, type"],
  ["OpenAI model solutions", "several named model answers a row"],
  ["ToRA", "question, gt, code, pred"],
  ["MetaMath", "query, response, type"],
  ["MathInstruct, Alpaca", "instruction, input, output"],
  ["OpenMathInstruct", "problem, generated_solution, expected_answer"],
  ["PRM800K", "step labels"],
  ["Preference rows", "prompt, chosen, rejected"],
  ["ShareGPT", "conversations"],
  ["CSV, Parquet", "any columns, mapped by hand"],
];

export function ShapeList() {
  return (
    <Panel title="Recognised by content" className="mt-6">
      <dl className="grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
        {SHAPES.map(([name, fields]) => (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="font-medium">{name}</dt>
            <dd className="text-ink-muted">{fields}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
