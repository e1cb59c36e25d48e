import type { BulkChange } from "#lib/problems/contract/bulk.ts";
import type { Problem } from "#lib/problems/contract.ts";

/** What of everything that matches may be changed, in the order of the form. */
export const BULK_FIELDS = ["subdomain", "split", "difficulty", "source", "addTags", "removeTags"] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

export const BULK_LABEL: Record<BulkField, string> = {
  subdomain: "Sub-domain",
  split: "Split",
  difficulty: "Difficulty",
  source: "Source",
  addTags: "Add tags",
  removeTags: "Remove tags",
};

/** The form as it stands; only what is in `chosen` is changed. */
export interface BulkForm {
  chosen: readonly BulkField[];
  subdomain: string;
  split: Problem["split"];
  difficulty: string;
  source: string;
  addTags: readonly string[];
  removeTags: readonly string[];
  /** Into the bin: nothing else is changed then. */
  remove: boolean;
}

export const EMPTY_FORM: BulkForm = {
  chosen: [],
  subdomain: "",
  split: "train",
  difficulty: "",
  source: "",
  addTags: [],
  removeTags: [],
  remove: false,
};

/** With a part written: what is written in is chosen. */
export function withPart(form: BulkForm, field: BulkField, part: Partial<BulkForm>): BulkForm {
  const chosen = form.chosen.includes(field) ? form.chosen : [...form.chosen, field];
  return { ...form, ...part, chosen };
}

export function toggledField(form: BulkForm, field: BulkField): BulkForm {
  const chosen = form.chosen.includes(field)
    ? form.chosen.filter((other) => other !== field)
    : [...form.chosen, field];
  return { ...form, chosen };
}

const orNull = (text: string): string | null => text.trim() || null;

/** The change that the form asks for; an empty field takes the value away. Null while it asks for nothing. */
export function changeOf(form: BulkForm): BulkChange | null {
  if (form.remove) return { remove: true };
  const has = (field: BulkField) => form.chosen.includes(field);
  const change: BulkChange = {
    ...(has("subdomain") ? { subdomain: orNull(form.subdomain) } : {}),
    ...(has("split") ? { split: form.split } : {}),
    ...(has("difficulty") ? { difficulty: orNull(form.difficulty) } : {}),
    ...(has("source") ? { source: orNull(form.source) } : {}),
    ...(has("addTags") && form.addTags.length > 0 ? { addTags: [...form.addTags] } : {}),
    ...(has("removeTags") && form.removeTags.length > 0 ? { removeTags: [...form.removeTags] } : {}),
  };
  return Object.keys(change).length === 0 ? null : change;
}
