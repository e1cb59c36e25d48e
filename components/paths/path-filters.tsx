"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { singleChoice } from "#components/ui/single-choice.ts";
import type { PathFacets } from "#lib/paths/contract.ts";
import { EXECUTION_LABEL, EXECUTION_OUTCOMES, EXECUTION_TONE } from "./execution-words.ts";
import type { PathParams } from "./filter-params.ts";
import { FLAW_FILTERS, FLAW_LABEL } from "./flaw-words.ts";
import { KIND_LABEL, PATH_KINDS } from "./kind-words.ts";
import { STEP_FILTER_LABEL, STEP_FILTERS } from "./step-words.ts";
import { VERDICT_LABEL, VERDICT_STATES, VERDICT_TONE } from "./verdict-words.ts";

const HARD_LABEL = { yes: "Of hard samples", no: "Of other problems" } as const;

interface PathFiltersProps {
  params: PathParams;
  facets: PathFacets | undefined;
  /** How many of the parameters are set. */
  active: number;
  onChange: (part: Partial<PathParams>) => void;
  onClear: () => void;
  trailing: ReactNode;
}

export function PathFilters({ params, facets, active, onChange, onClear, trailing }: PathFiltersProps) {
  const { q, problem, model, kind, verdict, execution, steps, flaw, hard, run } = params;
  const models = (facets?.models ?? []).map(({ model: name, paths }) => ({
    value: name ?? "",
    label: name ?? "People",
    count: paths,
  }));
  const kinds = new Map(facets?.kinds.map(({ value, count }) => [value, count]));
  const verdicts = new Map(facets?.verdicts.map(({ value, count }) => [value, count]));
  const executions = new Map(facets?.executions.map(({ value, count }) => [value, count]));
  return (
    <FilterBar trailing={trailing}>
      <SearchInput label="Search problems" value={q} onChange={(next) => onChange({ q: next })} />
      <FilterChip
        label="Verdict"
        single
        value={singleChoice(verdict)}
        options={VERDICT_STATES.map((value) => ({
          value,
          label: VERDICT_LABEL[value],
          tone: VERDICT_TONE[value],
          count: facets ? (verdicts.get(value) ?? 0) : undefined,
        }))}
        onChange={([next]) => onChange({ verdict: next ?? null })}
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
      <FilterChip
        label="Kind"
        single
        value={singleChoice(kind)}
        options={PATH_KINDS.map((value) => ({
          value,
          label: KIND_LABEL[value],
          count: facets ? (kinds.get(value) ?? 0) : undefined,
        }))}
        onChange={([next]) => onChange({ kind: next ?? null })}
      />
      <FilterChip
        label="Execution"
        single
        value={singleChoice(execution)}
        options={EXECUTION_OUTCOMES.map((value) => ({
          value,
          label: EXECUTION_LABEL[value],
          tone: EXECUTION_TONE[value],
          count: facets ? (executions.get(value) ?? 0) : undefined,
        }))}
        onChange={([next]) => onChange({ execution: next ?? null })}
      />
      <FilterChip
        label="Steps"
        single
        value={singleChoice(steps)}
        options={STEP_FILTERS.map((value) => ({
          value,
          label: STEP_FILTER_LABEL[value],
          count: value === "wrong" ? facets?.wrongSteps : undefined,
        }))}
        onChange={([next]) => onChange({ steps: next ?? null })}
      />
      <FilterChip
        label="Whole"
        single
        value={singleChoice(flaw)}
        options={FLAW_FILTERS.map((value) => ({ value, label: FLAW_LABEL[value] }))}
        onChange={([next]) => onChange({ flaw: next ?? null })}
      />
      <FilterChip
        label="Hard"
        single
        value={singleChoice(hard)}
        options={(["yes", "no"] as const).map((value) => ({ value, label: HARD_LABEL[value] }))}
        onChange={([next]) => onChange({ hard: next ?? null })}
      />
      {run === null ? null : (
        <FilterChip
          label="Run"
          single
          value={[String(run)]}
          options={[{ value: String(run), label: `Of run ${run}` }]}
          onChange={() => onChange({ run: null })}
        />
      )}
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
