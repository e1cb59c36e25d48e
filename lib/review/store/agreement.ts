import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { agreementOf } from "../agreement-figures.ts";
import type { QueueAgreement } from "../contract/agreement.ts";
import { reviewerPairs } from "../reviewer-pairs.ts";
import { findQueue } from "./find-queue.ts";
import { votedUnits, votesOf } from "./votes.ts";

/** How far a queue's reviewers agree: in all, by sub-domain, and each two of them. */
export async function queueAgreement(scope: ProjectScope, queueId: number): Promise<QueueAgreement> {
  const { kind } = await findQueue(scope, queueId);
  const units = await votedUnits(queueId);
  const subdomains = [...new Set(units.map(({ subdomain }) => subdomain))];
  const names = await namesOf([
    ...new Set(units.flatMap(({ votes }) => votes.map(({ reviewer }) => reviewer))),
  ]);
  const person = (id: string) => ({ id, name: names.get(id) ?? id });
  return {
    all: agreementOf(units.map(votesOf), kind),
    bySubdomain: subdomains
      .map((subdomain) => ({
        subdomain,
        ...agreementOf(units.filter((unit) => unit.subdomain === subdomain).map(votesOf), kind),
      }))
      .toSorted((a, b) => b.units - a.units || String(a.subdomain).localeCompare(String(b.subdomain))),
    byPair: reviewerPairs(units.map(votesOf)).map(({ a, b, ...figures }) => ({
      a: person(a),
      b: person(b),
      ...figures,
    })),
  };
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql()<{ id: string; name: string }[]>`
    SELECT id, name FROM "user" WHERE id = ANY(${[...ids]}::text[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
