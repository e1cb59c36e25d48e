import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";

/** More of a statement says no more of its sub-domain. */
const READ_CHARACTERS = 4000;
/** Shorter texts say nothing yet. */
const LEAST_CHARACTERS = 12;

/** Sub-domains that a statement may belong to. What was said of the text before stays while the next is asked for. */
export const suggestionQuery = (api: Api, project: string, text: string) =>
  api.problems.suggest.queryOptions({
    input: { project, text: text.trim().slice(0, READ_CHARACTERS) },
    enabled: text.trim().length >= LEAST_CHARACTERS,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
