import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "#components/api/api.ts";
import { pathFacetsQuery } from "#components/paths/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { singleChoice } from "#components/ui/single-choice.ts";
import { dropReason, type SelectionCounts } from "#lib/selection/contract.ts";
import { KEPT, type SelectionParams } from "./selection-params.ts";
import { REASON_WORD } from "./selection-words.ts";

interface SelectionFiltersProps {
  project: string;
  params: SelectionParams;
  counts: SelectionCounts | null;
  onChange: (part: Partial<SelectionParams>) => void;
  trailing: ReactNode;
}

/** Which rows of a selection are in view. */
export function SelectionFilters({ project, params, counts, onChange, trailing }: SelectionFiltersProps) {
  const { kept, reason, model, problem } = params;
  const facets = useQuery(pathFacetsQuery(api, project)).data;
  const models = (facets?.models ?? []).map(({ model: name }) => ({
    value: name ?? "",
    label: name ?? "People",
  }));
  const active = [kept, reason, model, problem].some((one) => one !== null);
  const dropped = counts?.dropped ?? {};
  const keptCounts = counts ? { kept: counts.kept, dropped: counts.considered - counts.kept } : null;
  return (
    <FilterBar trailing={trailing}>
      <FilterChip
        label="Kept"
        single
        value={singleChoice(kept)}
        options={KEPT.map((value) => ({
          value,
          label: value === "kept" ? "Kept" : "Dropped",
          count: keptCounts?.[value],
        }))}
        onChange={([next]) => onChange({ kept: next ?? null })}
      />
      <FilterChip
        label="Dropped for"
        single
        value={singleChoice(reason)}
        options={dropReason.options.map((value) => ({
          value,
          label: REASON_WORD[value],
          count: counts ? (dropped[value] ?? 0) : undefined,
        }))}
        onChange={([next]) => onChange({ reason: next ?? null })}
      />
      {models.length > 0 || model !== null ? (
        <FilterChip
          label="Model"
          single
          value={singleChoice(model)}
          options={models}
          onChange={([next]) => onChange({ model: next ?? null })}
        />
      ) : null}
      {problem === null ? null : (
        <FilterChip
          label="Problem"
          single
          value={[String(problem)]}
          options={[{ value: String(problem), label: `number ${problem}` }]}
          onChange={() => onChange({ problem: null })}
        />
      )}
      {active ? (
        <Button
          variant="ghost"
          size="sm"
          onClick={() => onChange({ kept: null, reason: null, model: null, problem: null })}
        >
          Clear
        </Button>
      ) : null}
    </FilterBar>
  );
}
