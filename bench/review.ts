/**
 * A review room under load: `node bench/review.ts [seconds] [reviewers] [pairs]`; 60, 200 and 100,000 by default.
 * Reviewers in a closed loop, each with a key of its own, through the API's handler and a real PostgreSQL: next, then
 * answer, without a pause. Beside it the bare work of a vote in SQL by as many loops, as the limit of this machine.
 */
import { cpus, loadavg } from "node:os";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { hashToken, newToken } from "#lib/auth/token.ts";
import { allEndpoints, callEndpoint, type Endpoint } from "#lib/cli/testing/endpoints.ts";
import { testServer } from "#lib/cli/testing/server.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import type { ReviewUnit } from "#lib/review/contract.ts";
import { openUnits } from "#lib/review/store/take.ts";
import { violations } from "#lib/review/store/testing/queue.ts";

const [seconds, reviewers, pairs] = [60, 200, 100_000].map((usual, at) =>
  Number(process.argv[2 + at] ?? usual),
);
const OVERLAP = 2;
const WARM_UP_SECONDS = 5;

const copy = await (await testServer()).copy();
process.env["DATABASE_URL"] = copy.url;

function endpoint(name: string): Endpoint {
  const found = allEndpoints().find((one) => one.name === name);
  if (!found) throw new Error(`the contract has ${name}`);
  return found;
}

async function filled(): Promise<{ project: number; slug: string; queue: number }> {
  const slug = "bench";
  const [{ id: project }] = await sql()<[{ id: number }]>`
    INSERT INTO project (slug, name) VALUES (${slug}, 'Bench') RETURNING id`;
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    SELECT ${project}, n, 'A shop sells ' || n || ' apples a day. How many does it sell in a week?', n, 7 * n
    FROM generate_series(1, ${pairs ?? 0}) AS n`;
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash, verdict)
    SELECT ${project}, problem.id, problem.key || '/' || side, 'cot', 'model-' || side, jsonb_build_array(
        jsonb_build_object('type', 'text', 'content', repeat('Each day it sells ' || problem.key || ' apples. ', 12))),
      side, (CASE side WHEN 1 THEN 'correct' ELSE 'incorrect' END)::verdict
    FROM problem CROSS JOIN generate_series(1, 2) AS side WHERE problem.project_id = ${project}`;
  await sql()`
    INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin)
    SELECT project_id, problem_id, min(id), max(id), 'mined' FROM path WHERE project_id = ${project}
    GROUP BY project_id, problem_id`;
  const [{ id: queue }] = await sql()<[{ id: number }]>`
    INSERT INTO review_queue (project_id, name, kind, source, overlap, "order", skip_policy)
    VALUES (${project}, 'All', 'pair', '{"kind": "pair", "filter": {}, "policy": null, "hardOnly": false}', ${OVERLAP},
      'random', 'me') RETURNING id`;
  await sql()`
    INSERT INTO review_unit (queue_id, project_id, problem_id, pair_id, path_ids, position, wanted, open_slots)
    SELECT ${queue}, project_id, problem_id, id, ARRAY[first_id, second_id], random(), ${OVERLAP}, ${OVERLAP}
    FROM preference_pair WHERE project_id = ${project}`;
  await sql()`ANALYZE`;
  return { project, slug, queue };
}

async function newReviewer(project: number): Promise<{ id: string; key: string }> {
  const [id, key] = [crypto.randomUUID(), newToken("lemma_")];
  await sql()`INSERT INTO "user" (id, name, email) VALUES (${id}, 'Reviewer', ${`${id}@example.org`})`;
  await sql()`INSERT INTO membership (project_id, user_id, role) VALUES (${project}, ${id}, 'reviewer')`;
  await sql()`INSERT INTO api_key (user_id, name, hash, hint) VALUES (${id}, 'bench', ${hashToken(key)}, 'lemma_')`;
  return { id, key };
}

interface Times {
  next: number[];
  answer: number[];
}

/** Milliseconds of every request after the warm-up. */
async function load(where: Awaited<ReturnType<typeof filled>>, keys: readonly string[]): Promise<Times> {
  const [next, answer] = [endpoint("review.next"), endpoint("review.answer")];
  const times: Times = { next: [], answer: [] };
  const begin = performance.now();
  const measured = begin + 1000 * WARM_UP_SECONDS;
  const end = measured + 1000 * (seconds ?? 0);
  const timed = async (list: number[], work: Promise<Response>): Promise<unknown> => {
    const start = performance.now();
    const response = await work;
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(body));
    const now = performance.now();
    if (start >= measured && now <= end) list.push(now - start);
    return body;
  };
  // What autovacuum does within a minute of a table's growth: until then plans are those of an empty table.
  const analysed = setTimeout(
    () => void sql()`ANALYZE judgement, review_unit, review_hold`,
    1000 * (WARM_UP_SECONDS - 2),
  );
  await Promise.all(
    keys.map(async (key) => {
      const common = { project: where.slug, queue: where.queue };
      while (performance.now() < end) {
        // The shape is the contract's; the API has checked it on its way out.
        const given = (await timed(times.next, callEndpoint(next, { ...common, count: 4 }, key))) as {
          units: ReviewUnit[];
        };
        if (given.units.length === 0) return;
        for (const unit of given.units) {
          if (performance.now() >= end) return;
          const vote = {
            id: crypto.randomUUID(),
            unit: unit.unitId,
            answer: { kind: "pair", choice: unit.unitId % 3 === 0 ? "a" : "b" },
            shown: unit.paths.map(({ pathId }) => pathId),
            problemVersion: unit.problemVersion,
            seconds: 8,
          };
          await timed(times.answer, callEndpoint(answer, { ...common, ...vote }, key));
        }
      }
    }),
  );
  clearTimeout(analysed);
  return times;
}

/** The least that a vote can be in SQL: claim one row and write one, in one transaction each. Votes a second. */
async function bareVotes(loops: number): Promise<number> {
  await sql()`CREATE UNLOGGED TABLE bare_unit AS SELECT n AS id, 2 AS slots FROM generate_series(1, ${pairs ?? 0}) AS n`;
  await sql()`ALTER TABLE bare_unit ADD PRIMARY KEY (id)`;
  await sql()`CREATE INDEX ON bare_unit (id) WHERE slots > 0`;
  await sql()`CREATE UNLOGGED TABLE bare_vote (id uuid PRIMARY KEY, unit int, reviewer int)`;
  await sql()`ANALYZE bare_unit`;
  const end = performance.now() + 10_000;
  let votes = 0;
  await Promise.all(
    Array.from({ length: loops }, async (_, reviewer) => {
      let after = Math.floor(((pairs ?? 0) * reviewer) / loops);
      while (performance.now() < end) {
        const [taken] = await sql()<{ id: number }[]>`
          UPDATE bare_unit SET slots = slots - 1 WHERE id = (
            SELECT id FROM bare_unit WHERE slots > 0 AND id > ${after} ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
          RETURNING id`;
        after = taken?.id ?? 0;
        await sql()`INSERT INTO bare_vote VALUES (${crypto.randomUUID()}, ${after}, ${reviewer})`;
        votes += 1;
      }
    }),
  );
  return votes / 10;
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `${(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1)} ms`;
}

async function plans(where: Awaited<ReturnType<typeof filled>>, reviewer: string): Promise<void> {
  // The plan depends on the reviewer's id alone.
  const scope = { projectId: where.project, actor: { userId: reviewer } } as ProjectScope;
  const hot = {
    "next unit": openUnits(scope, { id: where.queue }, { after: { position: 0.5, id: 0 }, limit: 4 }),
    "my last answer": sql()`SELECT FROM judgement WHERE queue_id = ${where.queue} AND reviewer_id = ${reviewer}
      ORDER BY created_at DESC LIMIT 1`,
    "a unit's answers": sql()`SELECT category FROM judgement WHERE unit_id = 1 AND undone_at IS NULL`,
    "ended leases": sql()`SELECT unit_id FROM review_hold WHERE queue_id = ${where.queue} AND until < now() LIMIT 100`,
  };
  for (const [name, query] of Object.entries(hot)) {
    const plan = await sql()<Record<string, string>[]>`EXPLAIN ${query}`;
    const text = plan.flatMap((row) => Object.values(row)).join("\n");
    const index = /Index (?:Only )?Scan using (\w+)/.exec(text)?.[1] ?? /Index Scan on (\w+)/.exec(text)?.[1];
    console.info(`plan of ${name}: ${index ?? "NO INDEX"}`);
  }
}

try {
  const where = await filled();
  const people = await Promise.all(Array.from({ length: reviewers ?? 0 }, () => newReviewer(where.project)));
  console.info(
    `${cpus().length} cores ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}; ${pairs} pairs, overlap ${OVERLAP}`,
  );
  const bare = await bareVotes(reviewers ?? 0);
  const times = await load(
    where,
    people.map(({ key }) => key),
  );
  const rate = times.answer.length / (seconds ?? 1);
  console.info(`${reviewers} reviewers in a closed loop: ${rate.toFixed(0)} votes/s`);
  console.info(
    `bare claim and insert by as many loops: ${bare.toFixed(0)} votes/s, so ${(rate / bare).toFixed(2)} of it`,
  );
  for (const [name, list] of Object.entries(times)) {
    console.info(`${name}: ${list.length} requests, p50 ${quantile(list, 0.5)}, p95 ${quantile(list, 0.95)}`);
  }
  await sql()`ANALYZE`;
  await plans(where, people[0]?.id ?? "");
  const [beyond] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM (SELECT FROM judgement WHERE queue_id = ${where.queue} AND undone_at IS NULL
      GROUP BY unit_id HAVING count(*) > ${OVERLAP} OR count(DISTINCT reviewer_id) < count(*)) AS unit`;
  const wrong = (await violations(where.queue)).length;
  console.info(
    `units answered beyond their overlap or twice by one: ${beyond.count}; counts that don't add up: ${wrong}`,
  );
  process.exitCode = beyond.count + wrong > 0 ? 1 : 0;
} finally {
  await closeDatabase();
  await copy.close();
}
