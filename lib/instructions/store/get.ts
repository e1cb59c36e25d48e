import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { similarities } from "#lib/similarity/similarity.ts";
import type { Candidate, CandidateRow, Nearest } from "../contract.ts";
import { neighbourKeys } from "../neighbour-keys.ts";
import { candidateRows } from "./list.ts";

interface Details extends Omit<Candidate, keyof CandidateRow | "neighbours"> {
  text: string;
  nearest: Nearest;
  stem: boolean;
}

/** One candidate with its nearest, its parents, the call that it came from and those before and after it. */
export async function getCandidate(scope: ProjectScope, id: number): Promise<Candidate> {
  const { projectId } = scope;
  const [[row], [details]] = await Promise.all([
    candidateRows(scope, sql()`SELECT * FROM candidate WHERE id = ${id} AND project_id = ${projectId}`),
    sql()<Details[]>`
      SELECT candidate.text, solution, "values", candidate.slot, place, candidate.created_at, nearest,
        slot.call_id, ${madeBy(projectId)},
        coalesce((run.parameters->>'stem')::boolean, false) AS stem,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('key', named.key, 'id', parent.id,
            'text', left(parent.text, 400)) ORDER BY named.place), '[]')
          FROM unnest(candidate.parents) WITH ORDINALITY AS named(key, place)
          LEFT JOIN problem AS parent ON parent.project_id = ${projectId} AND parent.key = named.key) AS parents,
        (SELECT max(id) FROM candidate WHERE project_id = ${projectId} AND id < ${id}) AS previous_id,
        (SELECT min(id) FROM candidate WHERE project_id = ${projectId} AND id > ${id}) AS next_id
      FROM candidate
      JOIN run ON run.id = candidate.run_id
      LEFT JOIN generation_slot AS slot ON slot.run_id = candidate.run_id AND slot.slot = candidate.slot
      WHERE candidate.id = ${id} AND candidate.project_id = ${projectId}`,
  ]);
  if (!row || !details) throw notFound("candidate");
  const { nearest, stem, ...rest } = details;
  return { ...row, ...rest, neighbours: await neighboursOf(scope, details.text, nearest, stem) };
}

/** Columns model and prompt_version, of a candidate with its run and its slot. */
export function madeBy(projectId: number) {
  return sql()`
    (SELECT coalesce(endpoint.model, named.model)
      FROM (SELECT (run.parameters->>'model')::int AS id) AS asked
      LEFT JOIN model_endpoint AS named ON named.id = asked.id AND named.project_id = ${projectId}
      LEFT JOIN model_call AS call ON call.id = slot.call_id AND call.project_id = ${projectId}
      LEFT JOIN model_endpoint AS endpoint ON endpoint.id = call.endpoint_id) AS model,
    (run.parameters->'prompts'->>'instruct')::int AS prompt_version`;
}

/**
 * Each text that is nearest by some measure once, with all scores of the two. One that is in the bin by now is shown
 * without its number, one that was deleted for good not at all.
 */
async function neighboursOf(
  { projectId }: ProjectScope,
  text: string,
  nearest: Nearest,
  stem: boolean,
): Promise<Candidate["neighbours"]> {
  const keys = neighbourKeys(nearest);
  const of = (what: "problem" | "candidate") => keys.flatMap((key) => key[what] ?? []);
  const [problems, candidates] = await Promise.all([
    sql()<{ id: number; text: string; binned: boolean }[]>`
      SELECT id, text, project_id <> ${projectId} AS binned FROM problem
      WHERE id = ANY(${of("problem")}::int[]) AND project_id IN (
        SELECT id FROM project WHERE id = ${projectId} OR bin_of_id = ${projectId})`,
    sql()<{ id: number; text: string }[]>`
      SELECT id, text FROM candidate WHERE id = ANY(${of("candidate")}::int[]) AND project_id = ${projectId}`,
  ]);
  return keys.flatMap(({ problem, candidate, measures }) => {
    const found =
      problem === null
        ? candidates.find(({ id }) => id === candidate)
        : problems.find(({ id }) => id === problem);
    if (!found) return [];
    const binned = "binned" in found && found.binned === true;
    const scores = similarities(text, found.text, { stem });
    return [{ problem: binned ? null : problem, candidate, text: found.text, measures, scores }];
  });
}
