"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "#components/api/api.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SuggestInput } from "#components/ui/suggest-input.tsx";
import { TagsInput } from "#components/ui/tags-input.tsx";
import type { FieldName } from "#lib/problems/changed-fields.ts";
import type { DraftFields } from "#lib/problems/contract.ts";
import { SPLIT_HINT, SPLIT_LABEL } from "../problem-words.ts";
import { problemFacetsQuery } from "../queries.ts";
import { SuggestedSubdomain } from "../suggest/suggested-subdomain.tsx";
import { subdomainsQuery } from "./queries.ts";
import { subdomainSuggestions } from "./subdomain-tree.ts";

interface FactFieldsProps {
  project: string;
  fields: DraftFields;
  onChange: (part: Partial<DraftFields>) => void;
  onBlur: () => void;
  errors: Partial<Record<FieldName, string>>;
}

const SPLITS = (["train", "test"] as const).map((value) => ({ value, label: SPLIT_LABEL[value] }));

/** What is known of a problem beside its texts. */
export function FactFields({ project, fields, onChange, onBlur, errors }: FactFieldsProps) {
  const { data: tree } = useQuery(subdomainsQuery(api, project));
  const { data: facets } = useQuery(problemFacetsQuery(api, project));
  const subdomains = useMemo(() => subdomainSuggestions(tree?.subdomains ?? []), [tree]);
  const difficulties = (facets?.difficulties ?? []).map(({ value }) => ({ value }));
  const name = fields.subdomain.trim();
  const isNew = name !== "" && tree !== undefined && !tree.subdomains.some((one) => one.name === name);
  return (
    <section aria-label="Facts" className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
      <div className="flex min-w-0 flex-col gap-1.5">
        <Field
          error={errors.subdomain ?? null}
          hint={isNew ? "New: it is made when you save." : undefined}
          label="Sub-domain"
          optional
        >
          <SuggestInput
            maxLength={200}
            onBlur={onBlur}
            onChange={(subdomain) => onChange({ subdomain })}
            placeholder="Choose one, or name a new one"
            suggestions={subdomains}
            value={fields.subdomain}
          />
        </Field>
        <SuggestedSubdomain
          onAccept={(subdomain) => onChange({ subdomain })}
          project={project}
          text={fields.text}
          value={name === "" ? null : name}
        />
      </div>
      <Field error={errors.difficulty ?? null} label="Difficulty" optional>
        <SuggestInput
          maxLength={200}
          onBlur={onBlur}
          onChange={(difficulty) => onChange({ difficulty })}
          placeholder="easy, Level 3 …"
          suggestions={difficulties}
          value={fields.difficulty}
        />
      </Field>
      <div className="flex min-w-0 flex-col gap-1">
        <span className="font-medium text-xs">Split</span>
        <Segmented
          className="self-start"
          label="Split"
          onChange={(split) => onChange({ split })}
          options={SPLITS}
          size="md"
          value={fields.split}
        />
        <p className="text-ink-faint text-xs">{SPLIT_HINT[fields.split]}</p>
      </div>
      <Field error={errors.tags ?? null} label="Tags" optional className="lg:col-span-2">
        <TagsInput
          maxLength={100}
          onBlur={onBlur}
          onChange={(tags) => onChange({ tags })}
          placeholder="Type a tag, then Enter"
          value={fields.tags}
        />
      </Field>
      <Field error={errors.source ?? null} label="Source" optional>
        <Input
          maxLength={1000}
          onBlur={onBlur}
          onChange={(event) => onChange({ source: event.target.value })}
          placeholder="Where it is from"
          value={fields.source}
        />
      </Field>
    </section>
  );
}
