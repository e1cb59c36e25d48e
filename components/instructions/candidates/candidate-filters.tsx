"use client";

import type { ReactNode } from "react";
import { type Facet, facetOptions } from "#components/problems/facet-options.ts";
import { Button } from "#components/ui/button.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { singleChoice } from "#components/ui/single-choice.ts";
import {
  type CandidateFacets,
  candidateMethod,
  candidateState,
  dropReason,
} from "#lib/instructions/contract.ts";
import type { CandidateParams } from "./candidate-params.ts";
import { METHOD_LABEL, REASON_LABEL, STATE_LABEL } from "./candidate-words.ts";
import { runOptions } from "./run-options.ts";

interface CandidateFiltersProps {
  params: CandidateParams;
  facets: CandidateFacets | undefined;
  /** How many of the parameters are set. */
  active: number;
  onChange: (part: Partial<CandidateParams>) => void;
  onClear: () => void;
  trailing: ReactNode;
}

const DECIDED = { filter: "The filter", person: "A person" } as const;

/** Values with labels, each with its count; those that no candidate has are left out, unless one is chosen. */
function named<T extends string>(
  values: readonly T[],
  labels: Record<T, string>,
  facet: Facet,
  chosen: T | null,
) {
  return values.flatMap((value) => {
    const count = facet?.find((each) => each.value === value)?.count;
    return count === undefined && value !== chosen ? [] : [{ value, label: labels[value], count }];
  });
}

export function CandidateFilters(props: CandidateFiltersProps) {
  const { params, facets, active, onChange, onClear, trailing } = props;
  const { q, run, state, reason, method, subdomain, decided } = params;
  return (
    <FilterBar trailing={trailing}>
      <SearchInput label="Search candidates" value={q} onChange={(next) => onChange({ q: next })} />
      <FilterChip
        label="State"
        single
        value={singleChoice(state)}
        options={candidateState.options.map((value) => ({
          value,
          label: STATE_LABEL[value],
          count: facets?.states.find((each) => each.value === value)?.count,
        }))}
        onChange={([next]) => onChange({ state: next ?? null })}
      />
      <FilterChip
        label="Reason"
        single
        value={singleChoice(reason)}
        options={named(dropReason.options, REASON_LABEL, facets?.reasons, reason)}
        onChange={([next]) => onChange({ reason: next ?? null })}
      />
      <FilterChip
        label="Run"
        single
        value={singleChoice(run === null ? null : String(run))}
        options={runOptions(facets?.runs, run)}
        onChange={([next]) => onChange({ run: next === undefined ? null : Number(next) })}
      />
      <FilterChip
        label="Method"
        single
        value={singleChoice(method)}
        options={named(candidateMethod.options, METHOD_LABEL, facets?.methods, method)}
        onChange={([next]) => onChange({ method: next ?? null })}
      />
      <FilterChip
        label="Sub-domain"
        single
        value={singleChoice(subdomain)}
        options={facetOptions(facets?.subdomains, subdomain)}
        onChange={([next]) => onChange({ subdomain: next ?? null })}
      />
      <FilterChip
        label="Decided by"
        single
        value={singleChoice(decided)}
        options={(["filter", "person"] as const).map((value) => ({ value, label: DECIDED[value] }))}
        onChange={([next]) => onChange({ decided: next ?? null })}
      />
      {active > 0 ? (
        <Button variant="ghost" size="sm" onClick={onClear}>
          Clear
        </Button>
      ) : null}
    </FilterBar>
  );
}
