"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { singleChoice } from "#components/ui/single-choice.ts";
import type { ProblemFacets } from "#lib/problems/contract.ts";
import { facetOptions } from "./facet-options.ts";
import type { ProblemParams } from "./filter-params.ts";
import { ORIGIN_LABEL, SPLIT_LABEL } from "./problem-words.ts";

interface ProblemFiltersProps {
  params: ProblemParams;
  facets: ProblemFacets | undefined;
  /** How many of the parameters are set. */
  active: number;
  onChange: (part: Partial<ProblemParams>) => void;
  onClear: () => void;
  trailing: ReactNode;
}

const CLASSIFIED = { yes: "With sub-domain", no: "Without sub-domain" } as const;
const HARD = { yes: "Hard samples", no: "Not hard" } as const;
const ANSWERED = { yes: "With answer", no: "Without answer" } as const;

export function ProblemFilters({ params, facets, active, onChange, onClear, trailing }: ProblemFiltersProps) {
  const { q, subdomain, origin, split, difficulty, tag, answered, classified, hard } = params;
  const counts = (values: readonly { value: string; count: number }[] | undefined) =>
    new Map(values?.map(({ value, count }) => [value, count]));
  const origins = counts(facets?.origins);
  const splits = counts(facets?.splits);
  return (
    <FilterBar trailing={trailing}>
      <SearchInput label="Search problems" value={q} onChange={(next) => onChange({ q: next })} />
      <FilterChip
        label="Sub-domain"
        single
        value={singleChoice(subdomain)}
        options={facetOptions(facets?.subdomains, subdomain)}
        onChange={([next]) => onChange({ subdomain: next ?? null })}
      />
      <FilterChip
        label="Origin"
        single
        value={singleChoice(origin)}
        options={(["seed", "generated"] as const).map((value) => ({
          value,
          label: ORIGIN_LABEL[value],
          count: origins.get(value),
        }))}
        onChange={([next]) => onChange({ origin: next ?? null })}
      />
      <FilterChip
        label="Split"
        single
        value={singleChoice(split)}
        options={(["train", "test"] as const).map((value) => ({
          value,
          label: SPLIT_LABEL[value],
          count: splits.get(value),
        }))}
        onChange={([next]) => onChange({ split: next ?? null })}
      />
      <FilterChip
        label="Difficulty"
        single
        value={singleChoice(difficulty)}
        options={facetOptions(facets?.difficulties, difficulty)}
        onChange={([next]) => onChange({ difficulty: next ?? null })}
      />
      <FilterChip
        label="Answer"
        single
        value={singleChoice(answered)}
        options={(["yes", "no"] as const).map((value) => ({ value, label: ANSWERED[value] }))}
        onChange={([next]) => onChange({ answered: next ?? null })}
      />
      <FilterChip
        label="Hard"
        single
        value={singleChoice(hard)}
        options={(["yes", "no"] as const).map((value) => ({ value, label: HARD[value] }))}
        onChange={([next]) => onChange({ hard: next ?? null })}
      />
      {classified === null ? null : (
        <FilterChip
          label="Classified"
          single
          value={[classified]}
          options={(["yes", "no"] as const).map((value) => ({ value, label: CLASSIFIED[value] }))}
          onChange={([next]) => onChange({ classified: next ?? null })}
        />
      )}
      {tag === null ? null : (
        <FilterChip
          label="Tag"
          single
          value={[tag]}
          options={facetOptions(undefined, tag)}
          onChange={([next]) => onChange({ tag: next ?? null })}
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
