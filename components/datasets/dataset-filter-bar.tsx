"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { singleChoice } from "#components/ui/single-choice.ts";
import { Switch } from "#components/ui/switch.tsx";
import type { DatasetKind } from "#lib/datasets/contract.ts";
import type { FilterValues } from "./filter-params.ts";

interface DatasetFilterBarProps {
  project: string;
  kind: DatasetKind;
  values: FilterValues;
  onChange: (part: Partial<FilterValues>) => void;
}

const LIMITS = ["1", "2", "3", "5", "10"];
/** The filter as chips that can be read as a sentence. */
export function DatasetFilterBar({ project, kind, values, onChange }: DatasetFilterBarProps) {
  const problems = useQuery(api.problems.facets.queryOptions({ input: { project } }));
  const paths = useQuery(api.paths.facets.queryOptions({ input: { project } }));
  const models = (paths.data?.models ?? []).flatMap(({ model, paths: count }) =>
    model === null ? [] : [{ value: model, label: model, count }],
  );
  return (
    <FilterBar>
      <SearchInput label="Search problems" value={values.q} onChange={(q) => onChange({ q })} />
      <FilterChip
        label="Sub-domain"
        single
        searchable
        value={singleChoice(values.subdomain)}
        options={(problems.data?.subdomains ?? []).map(({ value, count }) => ({
          value,
          label: value,
          count,
        }))}
        onChange={([subdomain]) => onChange({ subdomain: subdomain ?? null })}
      />
      {kind === "sft" ? (
        <>
          <FilterChip
            label="Verdict"
            single
            value={[values.verdict]}
            options={(["correct", "incorrect", "unverifiable", "error"] as const).map((value) => ({
              value,
              label: value,
            }))}
            onChange={([verdict]) => onChange({ verdict: verdict ?? "correct" })}
          />
          <FilterChip
            label="Kind"
            single
            value={singleChoice(values.pathKind)}
            options={[
              { value: "cot", label: "CoT" },
              { value: "pot", label: "PoT" },
              { value: "mixed", label: "Mixed" },
            ]}
            onChange={([pathKind]) => onChange({ pathKind: pathKind ?? null })}
          />
          <FilterChip
            label="Model"
            single
            searchable
            value={singleChoice(values.model)}
            options={models}
            onChange={([model]) => onChange({ model: model ?? null })}
          />
        </>
      ) : (
        <>
          <FilterChip
            label="Chosen by"
            single
            value={[values.choice]}
            options={[
              { value: "judged", label: "people" },
              { value: "proposed", label: "verdicts or the file" },
              { value: "either", label: "either" },
            ]}
            onChange={([choice]) => onChange({ choice: choice ?? "judged" })}
          />
          <Switch
            label="Chosen must be correct"
            checked={values.chosenCorrect}
            onChange={(chosenCorrect) => onChange({ chosenCorrect })}
          />
          <Switch
            label="Rejected must not be correct"
            checked={values.rejectedWrong}
            onChange={(rejectedWrong) => onChange({ rejectedWrong })}
          />
        </>
      )}
      <FilterChip
        label="At most a problem"
        single
        value={values.perProblem === null ? [] : [String(values.perProblem)]}
        options={LIMITS.map((value) => ({ value, label: value }))}
        onChange={([limit]) => onChange({ perProblem: limit === undefined ? null : Number(limit) })}
      />
    </FilterBar>
  );
}
