import type { SqlTransaction } from "#lib/db.ts";
import { lockProject } from "./lock-project.ts";
import { givenKey, givenPathKey, givenTextHash, setAside } from "./set-aside.ts";

/** Whose problems, and who acts; a run that nobody started acts as null. */
export interface BinOwner {
  projectId: number;
  actorId: string | null;
}

/** A problem that can't come out of the bin, because another one has its text or its id meanwhile. */
export interface Blocked {
  id: number;
  key: string;
  by: "text" | "key";
  /** The problem that is in the way. */
  otherKey: string;
}

/**
 * Puts problems of the project, with all that hangs on them, into its bin (see docs/decisions/007), and says how many
 * there were; other ids are passed over. What was in the bin under the same text or id is set aside there.
 *
 * The problems' rows are locked first: whoever writes something that hangs on a problem locks its row (a foreign key
 * does) and so comes before the move, or finds the problem gone. What hangs on it is moved by later statements,
 * which see all that came before.
 */
export async function binProblems(
  tx: SqlTransaction,
  owner: BinOwner,
  ids: readonly number[],
): Promise<number> {
  if (ids.length === 0) return 0;
  await lockProject(tx, owner.projectId);
  const going = await lockProblems(tx, owner.projectId, ids);
  if (going.length === 0) return 0;
  const binId = await ensureBin(tx, owner.projectId);
  await setAside(tx, binId, going);
  await tx`UPDATE problem SET project_id = ${binId}, binned_at = now(), binned_by_id = ${owner.actorId}
    WHERE id = ANY(${going}::int[])`;
  await tx`UPDATE path SET project_id = ${binId} WHERE problem_id = ANY(${going}::int[])`;
  await takeFromReview(tx, going);
  await moveFollowers(tx, binId, going);
  await audit(tx, owner, "problem.bin", going);
  return going.length;
}

/**
 * Takes problems of the project's bin out again, with all that hangs on them. One whose text or id a problem of the
 * project has meanwhile stays where it is; of several with the same text the last deleted comes back. A path whose id
 * another one has meanwhile gets `~` and its row number behind it.
 */
export async function unbinProblems(
  tx: SqlTransaction,
  owner: BinOwner,
  ids: readonly number[],
): Promise<{ restored: number[]; blocked: Blocked[] }> {
  if (ids.length === 0) return { restored: [], blocked: [] };
  await lockProject(tx, owner.projectId);
  const binId = await binOf(tx, owner.projectId);
  if (binId === null) return { restored: [], blocked: [] };
  const waiting = await lockProblems(tx, binId, ids);
  const blocked = await findBlocked(tx, owner.projectId, waiting);
  const stays = new Set(blocked.map(({ id }) => id));
  const coming = waiting.filter((id) => !stays.has(id));
  if (coming.length === 0) return { restored: [], blocked };
  await movePathsBack(tx, owner.projectId, coming);
  await tx`
    UPDATE problem SET project_id = ${owner.projectId}, key = ${givenKey(tx)}, text_hash = ${givenTextHash(tx)},
      binned_at = NULL, binned_by_id = NULL
    WHERE id = ANY(${coming}::int[])`;
  await moveFollowers(tx, owner.projectId, coming);
  await giveToReview(tx, coming);
  await audit(tx, owner, "problem.unbin", coming);
  return { restored: coming, blocked };
}

/** The bin's number, null before the first deletion. */
export async function binOf(tx: SqlTransaction, projectId: number): Promise<number | null> {
  const [bin] = await tx<{ id: number }[]>`SELECT id FROM project WHERE bin_of_id = ${projectId}`;
  return bin?.id ?? null;
}

/** The project's lock is held, so there is one bin. */
async function ensureBin(tx: SqlTransaction, projectId: number): Promise<number> {
  await tx`
    INSERT INTO project (slug, name, bin_of_id) SELECT slug || '~bin', name, id FROM project WHERE id = ${projectId}
    ON CONFLICT (bin_of_id) DO NOTHING`;
  const [bin] = await tx<[{ id: number }]>`SELECT id FROM project WHERE bin_of_id = ${projectId}`;
  return bin.id;
}

/** In order of id, as every writer of several problems locks them. */
async function lockProblems(
  tx: SqlTransaction,
  projectId: number,
  ids: readonly number[],
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    SELECT id FROM problem WHERE project_id = ${projectId} AND id = ANY(${[...ids]}::int[]) ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

async function movePathsBack(tx: SqlTransaction, projectId: number, ids: readonly number[]): Promise<void> {
  await tx`
    UPDATE path SET project_id = ${projectId}, key = CASE
      WHEN taken OR place > 1 THEN coming.key || '~' || path.id ELSE coming.key END
    FROM (
      SELECT named.*, row_number() OVER (PARTITION BY named.key ORDER BY named.id) AS place,
        other.id IS NOT NULL AS taken
      FROM (
        SELECT path.id, ${givenPathKey(tx)} AS key FROM path JOIN problem ON problem.id = path.problem_id
        WHERE problem_id = ANY(${[...ids]}::int[])
      ) AS named
      LEFT JOIN path AS other ON other.project_id = ${projectId} AND other.key = named.key
    ) AS coming
    WHERE path.id = coming.id`;
}

/** Nobody is to answer what is about these problems; whoever has it on the screen is waited for. */
async function takeFromReview(tx: SqlTransaction, ids: readonly number[]): Promise<void> {
  await tx`UPDATE review_unit SET open_slots = 0 WHERE problem_id = ANY(${[...ids]}::int[])`;
  await tx`DELETE FROM review_hold WHERE unit_id IN (
    SELECT id FROM review_unit WHERE problem_id = ANY(${[...ids]}::int[]))`;
}

/** Lets what is about these problems be answered again, as often as it wants. */
async function giveToReview(tx: SqlTransaction, ids: readonly number[]): Promise<void> {
  await tx`UPDATE review_unit SET open_slots = greatest(0, wanted - answered)
    WHERE problem_id = ANY(${[...ids]}::int[]) AND state = 'open' AND gold IS NULL`;
}

/** Moves what hangs on problems that have moved, and has no key of its own. */
async function moveFollowers(tx: SqlTransaction, projectId: number, ids: readonly number[]): Promise<void> {
  const moved = tx`problem_id = ANY(${[...ids]}::int[])`;
  await tx`UPDATE review_unit SET project_id = ${projectId} WHERE ${moved}`;
  await tx`UPDATE preference_pair SET project_id = ${projectId} WHERE ${moved}`;
  await tx`UPDATE judgement SET project_id = ${projectId}
    WHERE pair_id IN (SELECT id FROM preference_pair WHERE ${moved})
      OR unit_id IN (SELECT id FROM review_unit WHERE ${moved})`;
  await tx`UPDATE score SET project_id = ${projectId} WHERE ${moved}`;
  await tx`UPDATE score SET project_id = ${projectId} WHERE path_id IN (SELECT id FROM path WHERE ${moved})`;
  await tx`UPDATE hardness SET project_id = ${projectId} WHERE ${moved}`;
  await tx`UPDATE comparison SET project_id = ${projectId} WHERE ${moved}`;
  await tx`UPDATE variation_template SET project_id = ${projectId} WHERE ${moved}`;
  await tx`UPDATE problem_draft SET project_id = ${projectId} WHERE ${moved}`;
}

async function findBlocked(
  tx: SqlTransaction,
  projectId: number,
  ids: readonly number[],
): Promise<Blocked[]> {
  return tx<Blocked[]>`
    WITH coming AS MATERIALIZED (
      SELECT id, binned_at, ${givenKey(tx)} AS key, ${givenTextHash(tx)} AS text_hash
      FROM problem WHERE id = ANY(${[...ids]}::int[])
    ), ranked AS (
      SELECT *, first_value(key) OVER same_text AS text_key, row_number() OVER same_text AS text_place,
        row_number() OVER same_key AS key_place
      FROM coming
      WINDOW same_text AS (PARTITION BY text_hash ORDER BY binned_at DESC, id DESC),
        same_key AS (PARTITION BY key ORDER BY binned_at DESC, id DESC)
    )
    SELECT ranked.id, ranked.key,
      CASE WHEN of_text.id IS NOT NULL OR text_place > 1 THEN 'text' ELSE 'key' END AS by,
      coalesce(of_text.key, CASE WHEN text_place > 1 THEN text_key ELSE ranked.key END) AS other_key
    FROM ranked
    LEFT JOIN problem AS of_text ON of_text.project_id = ${projectId} AND of_text.text_hash = ranked.text_hash
    LEFT JOIN problem AS of_key ON of_key.project_id = ${projectId} AND of_key.key = ranked.key
    WHERE of_text.id IS NOT NULL OR of_key.id IS NOT NULL OR text_place > 1 OR key_place > 1
    ORDER BY ranked.id`;
}

/** An entry names at most so many problems. */
const NAMED = 100;

async function audit(
  tx: SqlTransaction,
  owner: BinOwner,
  action: string,
  ids: readonly number[],
): Promise<void> {
  const target = ids.length === 1 ? `problem ${ids[0]}` : `${ids.length} problems`;
  await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
    VALUES (${owner.projectId}, ${owner.actorId}, ${action}, ${target}, ${tx.json({ problems: ids.slice(0, NAMED) })})`;
}
