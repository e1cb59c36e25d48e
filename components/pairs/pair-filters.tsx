"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { singleChoice } from "#components/ui/single-choice.ts";
import type { PairFacets } from "#lib/pairs/contract.ts";
import type { PairParams } from "./filter-params.ts";
import { ORIGIN_LABEL, PAIR_STATES, STATE_LABEL, STATE_TONE } from "./pair-words.ts";

interface PairFiltersProps {
  params: PairParams;
  facets: PairFacets | undefined;
  /** How many of the parameters are set. */
  active: number;
  onChange: (part: Partial<PairParams>) => void;
  onClear: () => void;
  trailing: ReactNode;
}

export function PairFilters({ params, facets, active, onChange, onClear, trailing }: PairFiltersProps) {
  const { q, problem, state, origin } = params;
  const states = new Map(facets?.states.map(({ value, count }) => [value, count]));
  const origins = new Map(facets?.origins.map(({ value, count }) => [value, count]));
  return (
    <FilterBar trailing={trailing}>
      <SearchInput label="Search problems" value={q} onChange={(next) => onChange({ q: next })} />
      <FilterChip
        label="State"
        single
        value={singleChoice(state)}
        options={PAIR_STATES.map((value) => ({
          value,
          label: STATE_LABEL[value],
          tone: STATE_TONE[value],
          count: states.get(value),
        }))}
        onChange={([next]) => onChange({ state: next ?? null })}
      />
      <FilterChip
        label="Origin"
        single
        value={singleChoice(origin)}
        options={(["mined", "imported"] as const).map((value) => ({
          value,
          label: ORIGIN_LABEL[value],
          count: origins.get(value),
        }))}
        onChange={([next]) => onChange({ origin: next ?? null })}
      />
      {problem === null ? null : (
        <FilterChip
          label="Problem"
          single
          value={[String(problem)]}
          options={[{ value: String(problem), label: `number ${problem}` }]}
          onChange={([next]) => onChange({ problem: next === undefined ? null : problem })}
        />
      )}
      {active > 0 ? (
        <Button variant="ghost" size="sm" onClick={onClear}>
          Clear
        </Button>
      ) : null}
    </FilterBar>
  );
}
