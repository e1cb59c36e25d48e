import { changedFields, FIELD_NAMES, type FieldName } from "#lib/problems/changed-fields.ts";
import { type DraftFields, type Problem, type ProblemFields, problemFields } from "#lib/problems/contract.ts";

export const FIELD_LABEL: Record<FieldName, string> = {
  text: "Statement",
  answer: "Reference answer",
  solution: "Worked solution",
  subdomain: "Sub-domain",
  difficulty: "Difficulty",
  tags: "Tags",
  source: "Source",
  split: "Split",
};

/** A new problem before anything is written. */
export const EMPTY_DRAFT: DraftFields = {
  text: "",
  answer: "",
  solution: "",
  subdomain: "",
  difficulty: "",
  tags: [],
  source: "",
  split: "train",
};

/** What people edit of a problem. */
export function fieldsOfProblem(problem: Problem): ProblemFields {
  const { text, answer, solution, subdomain, difficulty, tags, source, split } = problem;
  return { text, answer, solution, subdomain, difficulty, tags, source, split };
}

/** The same as it is written: an empty field where there is none. */
export function draftOfFields(fields: ProblemFields): DraftFields {
  return {
    text: fields.text,
    answer: fields.answer ?? "",
    solution: fields.solution ?? "",
    subdomain: fields.subdomain ?? "",
    difficulty: fields.difficulty ?? "",
    tags: fields.tags,
    source: fields.source ?? "",
    split: fields.split,
  };
}

const orNull = (text: string): string | null => text.trim() || null;

/** What was written as it would be saved. It may not be fit to be, see `fieldErrors`. */
export function fieldsOfDraft(draft: DraftFields): ProblemFields {
  return {
    text: draft.text.trim(),
    answer: orNull(draft.answer),
    solution: orNull(draft.solution),
    subdomain: orNull(draft.subdomain),
    difficulty: orNull(draft.difficulty),
    tags: draft.tags.map((tag) => tag.trim()).filter((tag) => tag !== ""),
    source: orNull(draft.source),
    split: draft.split,
  };
}

/** Would saving the one give the same problem as saving the other? */
export function sameWhenSaved(a: DraftFields, b: DraftFields): boolean {
  return changedFields(fieldsOfDraft(a), fieldsOfDraft(b)).length === 0;
}

/** Why each field can't be saved as it is; empty where all can. */
export function fieldErrors(draft: DraftFields): Partial<Record<FieldName, string>> {
  const parsed = problemFields.safeParse(fieldsOfDraft(draft));
  if (parsed.success) return {};
  const found = parsed.error.issues.map(({ path, message }) => [path[0], message] as const);
  const first = (name: FieldName) => found.find(([field]) => field === name)?.[1];
  return Object.fromEntries(
    FIELD_NAMES.flatMap((name) => {
      const message = first(name);
      return message === undefined ? [] : [[name, message]];
    }),
  );
}

/** A field's value as text; empty where there is none. */
export function valueText(value: ProblemFields[FieldName]): string {
  if (value === null) return "";
  return typeof value === "string" ? value : value.join(", ");
}
