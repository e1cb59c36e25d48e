import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { dollars } from "#components/ui/dollars.ts";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { SampleRequest } from "#lib/paths/contract/sampling.ts";
import { estimateQuery } from "./queries.ts";

const SETTLED_MS = 300;

/** What a run would do, in numbers and money, before it is started. */
export function SamplePlan({ project, request }: { project: string; request: SampleRequest | null }) {
  const settled = useSettled(request, SETTLED_MS);
  const query = useQuery({
    ...estimateQuery(api, project, settled ?? NOTHING),
    enabled: settled !== null,
  });
  const { data } = query;
  const number = (value: number | undefined) =>
    value === undefined || request === null ? "—" : value.toLocaleString("en");
  const money = (value: number | null | undefined) =>
    value === undefined || value === null || request === null ? "—" : dollars(value);
  return (
    <div className="flex flex-col gap-2">
      <StatRow>
        <Stat label="Problems" value={number(data?.problems)} />
        <Stat
          label="Samples"
          value={number(data?.samples)}
          hint={request ? setupWords(request) : undefined}
        />
        <Stat label="At most" value={money(data?.ceiling)} />
        <Stat label="By earlier samples" value={money(data?.expected)} />
      </StatRow>
      <p role="status" className="min-h-5 text-bad">
        {request !== null && query.isError ? apiFailure(query.error).message : ""}
      </p>
    </div>
  );
}

const NOTHING: SampleRequest = {
  filter: {},
  problems: null,
  models: [1],
  kinds: ["cot"],
  temperatures: [null],
  k: 1,
  turns: 1,
  budget: null,
  seed: 1,
  verify: true,
};

function setupWords({ models, kinds, temperatures, k }: SampleRequest): string {
  const setups = models.length * kinds.length * temperatures.length;
  return `${countWords(setups, "setup")}, ${k} of each`;
}
