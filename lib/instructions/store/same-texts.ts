import { sql } from "#lib/db.ts";
import { textHash } from "#lib/problems/text-hash.ts";

/** Which of these statements are those of problems up to `last` already; by text, with the problem's number. */
export async function sameTexts(
  projectId: number,
  texts: readonly string[],
  last: number,
): Promise<Map<string, number>> {
  const hashes = texts.map(textHash);
  const rows = await sql()<{ id: number; text: string }[]>`
    SELECT id, text FROM problem
    WHERE project_id = ${projectId} AND text_hash = ANY(${hashes}::text[]) AND id <= ${last}`;
  return new Map(rows.map(({ id, text }) => [text, id]));
}
