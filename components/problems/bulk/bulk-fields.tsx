"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { api } from "#components/api/api.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Input } from "#components/ui/input.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SuggestInput } from "#components/ui/suggest-input.tsx";
import { TagsInput } from "#components/ui/tags-input.tsx";
import { subdomainsQuery } from "../editor/queries.ts";
import { subdomainSuggestions } from "../editor/subdomain-tree.ts";
import { SPLIT_LABEL } from "../problem-words.ts";
import { problemFacetsQuery } from "../queries.ts";
import { BULK_LABEL, type BulkField, type BulkForm, toggledField, withPart } from "./bulk-form.ts";

interface BulkFieldsProps {
  project: string;
  form: BulkForm;
  onChange: (form: BulkForm) => void;
}

const SPLITS = (["train", "test"] as const).map((value) => ({ value, label: SPLIT_LABEL[value] }));
const EMPTIES = "Left empty, it is taken away";

/** What is to be changed: a tick at each field, and what it is to become. Writing in a field ticks it. */
export function BulkFields({ project, form, onChange }: BulkFieldsProps) {
  const { data: tree } = useQuery(subdomainsQuery(api, project));
  const { data: facets } = useQuery(problemFacetsQuery(api, project));
  const subdomains = useMemo(() => subdomainSuggestions(tree?.subdomains ?? []), [tree]);
  const put = (field: BulkField, part: Partial<BulkForm>) => onChange(withPart(form, field, part));
  const row = (field: BulkField, control: ReactNode) => (
    <div className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]" key={field}>
      <Checkbox
        checked={form.chosen.includes(field)}
        label={BULK_LABEL[field]}
        onChange={() => onChange(toggledField(form, field))}
      />
      {control}
    </div>
  );
  return (
    <div className="flex flex-col gap-2">
      <fieldset className="flex flex-col gap-2 disabled:opacity-50" disabled={form.remove}>
        <legend className="sr-only">What is to be changed</legend>
        {row(
          "subdomain",
          <SuggestInput
            label="New sub-domain"
            maxLength={200}
            onChange={(subdomain) => put("subdomain", { subdomain })}
            placeholder={EMPTIES}
            suggestions={subdomains}
            value={form.subdomain}
          />,
        )}
        {row(
          "split",
          <Segmented
            className="justify-self-start"
            label="New split"
            onChange={(split) => put("split", { split })}
            options={SPLITS}
            value={form.split}
          />,
        )}
        {row(
          "difficulty",
          <SuggestInput
            label="New difficulty"
            maxLength={200}
            onChange={(difficulty) => put("difficulty", { difficulty })}
            placeholder={EMPTIES}
            suggestions={(facets?.difficulties ?? []).map(({ value }) => ({ value }))}
            value={form.difficulty}
          />,
        )}
        {row(
          "source",
          <Input
            aria-label="New source"
            maxLength={1000}
            onChange={(event) => put("source", { source: event.target.value })}
            placeholder={EMPTIES}
            value={form.source}
          />,
        )}
        {row(
          "addTags",
          <TagsInput
            label="Tags to add"
            maxLength={100}
            onChange={(addTags) => put("addTags", { addTags })}
            placeholder="Type a tag, then Enter"
            value={form.addTags}
          />,
        )}
        {row(
          "removeTags",
          <TagsInput
            label="Tags to remove"
            maxLength={100}
            onChange={(removeTags) => put("removeTags", { removeTags })}
            placeholder="Type a tag, then Enter"
            value={form.removeTags}
          />,
        )}
      </fieldset>
      <div className="border-line border-t pt-2">
        <Checkbox
          checked={form.remove}
          hint="With their paths and pairs; they can be restored."
          label="Put them into the bin"
          onChange={(remove) => onChange({ ...form, remove })}
        />
      </div>
    </div>
  );
}
