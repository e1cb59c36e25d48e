import type { SqlTransaction } from "#lib/db.ts";
import { textHash } from "#lib/problems/text-hash.ts";
import type { CandidateState, DropReason, Nearest } from "../contract.ts";
import type { FoundNearest, FoundNeighbour, Judgement } from "../judge-candidate.ts";
import { makeInstructions } from "./accept.ts";

/** A candidate that a run has dealt with. */
export interface NewCandidate {
  /** Its place in the slot, from 0. */
  place: number;
  method: "self_instruct" | "variation";
  text: string;
  answer: string | null;
  solution: string | null;
  subdomainId: number | null;
  /** Keys of the problems that it was grown from. */
  parents: readonly string[];
  values: Readonly<Record<string, number>> | null;
  judgement: Judgement;
  /** Empty where it was dropped before its nearest was looked for. */
  nearest: FoundNearest;
}

/** A request of a run that has been dealt with. */
export interface SettledSlot {
  slot: number;
  /** Why it gave no candidates; null where it gave some, or none were to be expected. */
  fault: string | null;
  /** The recorded call that it came from. */
  callId: number | null;
}

export interface WrittenCandidate {
  id: number;
  place: number;
  /** A candidate whose text has become a problem meanwhile turns into a dropped duplicate. */
  state: CandidateState;
  reason: DropReason | null;
}

/**
 * Writes a slot with its candidates and makes instructions of those that are accepted, by place. A slot is written
 * once: a second time breaks its key, and with it the transaction.
 */
export async function writeCandidates(
  tx: SqlTransaction,
  run: { readonly id: number; readonly projectId: number },
  { slot, fault, callId }: SettledSlot,
  candidates: readonly NewCandidate[],
): Promise<WrittenCandidate[]> {
  await tx`
    INSERT INTO generation_slot (run_id, slot, candidates, fault, call_id)
    VALUES (${run.id}, ${slot}, ${candidates.length}, ${fault}, ${callId})`;
  if (candidates.length === 0) return [];
  const ids = await newIds(tx, candidates.length);
  const idOf = await knownIds(tx, run.id, slot, candidates);
  candidates.forEach(({ place }, at) => {
    idOf.set(placeKey(slot, place), ids[at] ?? 0);
  });
  const rows = candidates.map((candidate, at) => rowOf(candidate, ids[at] ?? 0, idOf));
  await tx`
    INSERT INTO candidate (id, project_id, run_id, slot, place, method, text, text_hash, answer, solution, subdomain_id,
      parents, "values", state, reason, detail, nearest, rouge_l, lcs, jaccard_words, jaccard_chars)
    SELECT id, ${run.projectId}, ${run.id}, ${slot}, place, method, text, text_hash, answer, solution, subdomain_id,
      parents, "values", state, reason, detail, nearest, rouge_l, lcs, jaccard_words, jaccard_chars
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS item(
      id int, place int, method candidate_method, text text, text_hash text, answer text, solution text,
      subdomain_id int, parents text[], "values" jsonb, state candidate_state, reason text, detail text,
      nearest jsonb, rouge_l float8, lcs float8, jaccard_words float8, jaccard_chars float8)`;
  await makeInstructions(tx, run.projectId, ids);
  return tx<WrittenCandidate[]>`
    SELECT id, place, state, reason FROM candidate WHERE run_id = ${run.id} AND slot = ${slot} ORDER BY place`;
}

function placeKey(slot: number, place: number): string {
  return `${slot}.${place}`;
}

async function newIds(tx: SqlTransaction, count: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('candidate', 'id'))::int AS id FROM generate_series(1, ${count})`;
  return rows.map(({ id }) => id);
}

/** Row numbers of the earlier candidates that are nearest to some of these. */
async function knownIds(
  tx: SqlTransaction,
  runId: number,
  slot: number,
  candidates: readonly NewCandidate[],
): Promise<Map<string, number>> {
  const earlier = candidates
    .flatMap(({ nearest }) => Object.values(nearest))
    .flatMap(({ of }) => ("slot" in of && of.slot !== slot ? of : []));
  const rows = await tx<{ id: number; slot: number; place: number }[]>`
    SELECT id, slot, place FROM candidate
    WHERE run_id = ${runId} AND (slot, place) IN (
      SELECT * FROM unnest(${earlier.map((one) => one.slot)}::int[], ${earlier.map((one) => one.place)}::int[]))`;
  return new Map(rows.map((row) => [placeKey(row.slot, row.place), row.id]));
}

function rowOf(candidate: NewCandidate, id: number, idOf: ReadonlyMap<string, number>) {
  const { judgement, nearest, text, subdomainId, ...rest } = candidate;
  const dropped = judgement.state === "dropped" ? judgement : null;
  return {
    ...rest,
    id,
    text,
    text_hash: textHash(text),
    subdomain_id: subdomainId,
    state: judgement.state,
    reason: dropped?.reason ?? null,
    detail: dropped?.detail ?? null,
    nearest: storedNearest(nearest, idOf),
    rouge_l: nearest["rouge-l"]?.score ?? null,
    lcs: nearest.lcs?.score ?? null,
    jaccard_words: nearest["jaccard-words"]?.score ?? null,
    jaccard_chars: nearest["jaccard-chars"]?.score ?? null,
  };
}

function storedNearest(nearest: FoundNearest, idOf: ReadonlyMap<string, number>): Nearest {
  const stored = ({ of, score }: FoundNeighbour) =>
    "problem" in of
      ? { problem: of.problem, candidate: null, score }
      : { problem: null, candidate: idOf.get(placeKey(of.slot, of.place)) ?? null, score };
  return Object.fromEntries(Object.entries(nearest).map(([measure, found]) => [measure, stored(found)]));
}
