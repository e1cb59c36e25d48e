import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { useSettled } from "#components/ui/use-settled.ts";
import type { ThoughtOfRun } from "#lib/scoring/contract/runs.ts";
import { estimateText } from "./estimate-words.ts";
import { scoringEstimateQuery } from "./queries.ts";

const SETTLED_MS = 300;

interface EstimateLineProps {
  project: string;
  model: number;
  run: ThoughtOfRun;
}

/** What the run that is filled in would take, worked out while it is. */
export function EstimateLine({ project, model, run }: EstimateLineProps) {
  const settled = useSettled(JSON.stringify({ model, run }), SETTLED_MS);
  const asked: Omit<EstimateLineProps, "project"> = JSON.parse(settled);
  const { data } = useQuery(scoringEstimateQuery(api, project, asked.model, asked.run));
  return (
    <span role="status" className="min-h-5 text-ink-muted tabular-nums">
      {data ? estimateText(data) : ""}
    </span>
  );
}
