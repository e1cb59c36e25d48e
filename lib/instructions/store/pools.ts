import { sql } from "#lib/db.ts";
import type { Shown } from "../prompt-mix.ts";
import { keyOf } from "./accept.ts";

export interface ShownText {
  key: string;
  text: string;
  subdomain: string | null;
}

/** What may be shown in prompts: seeds, and instructions that were accepted before the run began. */
export async function problemPools(
  projectId: number,
  last: number,
): Promise<{ seeds: Shown[]; instructions: Shown[] }> {
  const rows = await sql()<(Shown & { origin: "seed" | "generated" })[]>`
    SELECT problem.id, origin, subdomain.name AS subdomain
    FROM problem LEFT JOIN subdomain ON subdomain.id = subdomain_id
    WHERE problem.project_id = ${projectId} AND problem.id <= ${last} AND split = 'train' ORDER BY problem.id`;
  const of = (origin: string) =>
    rows.filter((row) => row.origin === origin).map(({ id, subdomain }) => ({ id, subdomain }));
  return { seeds: of("seed"), instructions: of("generated") };
}

/** The candidates of the slots from `first` to `last` that the filter accepted. */
function accepted(runId: number, first: number, last: number) {
  return sql()<(Shown & { slot: number })[]>`
    SELECT -candidate.id AS id, subdomain.name AS subdomain, slot
    FROM candidate LEFT JOIN subdomain ON subdomain.id = subdomain_id
    WHERE run_id = ${runId} AND slot BETWEEN ${first} AND ${last} AND (reason IS NULL OR reason = 'person')
    ORDER BY slot, place`;
}

/**
 * The candidates of a slot that the filter accepted, whatever people did with them since, as what may be shown: their
 * ids are negative, to tell them from problems.
 */
export async function acceptedInSlot(runId: number, slot: number): Promise<Shown[]> {
  const rows = await accepted(runId, slot, slot);
  return rows.map(({ id, subdomain }) => ({ id, subdomain }));
}

/** The same of each of the first `count` slots. */
export async function acceptedBySlot(runId: number, count: number): Promise<Shown[][]> {
  const slots = Array.from({ length: count }, (): Shown[] => []);
  for (const { slot, id, subdomain } of await accepted(runId, 0, count - 1))
    slots[slot]?.push({ id, subdomain });
  return slots;
}

/** The texts of what is shown, in its order, without what has come into the test split meanwhile. */
export async function shownTexts(projectId: number, shown: readonly Shown[]): Promise<ShownText[]> {
  const ids = shown.map(({ id }) => id);
  return sql()<ShownText[]>`
    SELECT coalesce(problem.key, ${keyOf(sql())}) AS key,
      coalesce(problem.text, candidate.text) AS text, subdomain.name AS subdomain
    FROM unnest(${ids}::int[]) WITH ORDINALITY AS wanted(id, at)
    LEFT JOIN candidate ON candidate.id = -wanted.id AND candidate.project_id = ${projectId}
    LEFT JOIN problem ON problem.id = coalesce(candidate.problem_id, wanted.id)
      AND (problem.project_id = ${projectId} OR candidate.id IS NOT NULL)
    LEFT JOIN subdomain ON subdomain.id = coalesce(problem.subdomain_id, candidate.subdomain_id)
    WHERE (problem.id IS NOT NULL OR candidate.id IS NOT NULL) AND problem.split IS DISTINCT FROM 'test'
    ORDER BY wanted.at`;
}

/** The longest text among what may be shown. */
export async function longestShown(projectId: number, last: number): Promise<string> {
  const [row] = await sql()<{ text: string }[]>`
    SELECT text FROM problem WHERE project_id = ${projectId} AND id <= ${last} AND split = 'train'
    ORDER BY octet_length(text) DESC, id LIMIT 1`;
  return row?.text ?? "";
}

/** The rows of sub-domains by their names; without those that the project doesn't have. */
export async function subdomainIds(
  projectId: number,
  names: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql()<{ id: number; name: string }[]>`
    SELECT id, name FROM subdomain WHERE project_id = ${projectId} AND name = ANY(${[...names]}::text[])`;
  return new Map(rows.map(({ id, name }) => [name, id]));
}
