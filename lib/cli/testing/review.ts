import { sql } from "#lib/db.ts";
import { newQueue, queueSettings } from "#lib/review/contract/queues.ts";
import type { FilledProject } from "./filled-project.ts";
import type { Input } from "./operation-input.ts";

const source = newQueue.shape.source.parse({ kind: "seed" });

/** A queue of the project with one unit about its problem, made for one call; every text in it has the project's mark. */
async function throwAwayQueue({
  id,
  problem,
  mark,
}: FilledProject): Promise<{ queue: number; unit: number }> {
  const [row] = await sql()<[{ queue: number; unit: number }]>`
    WITH queue AS (
      INSERT INTO review_queue (project_id, name, kind, source, instructions, overlap, "order", skip_policy)
      VALUES (${id}, ${`${mark} ${crypto.randomUUID()}`}, 'seed', ${sql().json(source)}, ${mark}, 1, 'given', 'me') RETURNING id
    ), unit AS (
      INSERT INTO review_unit (queue_id, project_id, problem_id, path_ids, position, wanted, open_slots, tags)
      SELECT id, ${id}, ${problem}, '{}', 1, 1, 1, ${[mark]} FROM queue RETURNING id, queue_id
    )
    SELECT queue_id AS queue, id AS unit FROM unit`;
  return row;
}

const inQueue: Input = async (project) => ({
  project: project.slug,
  queue: (await throwAwayQueue(project)).queue,
});

const ofUnit =
  (more: object = {}): Input =>
  async (project) => ({ project: project.slug, ...(await throwAwayQueue(project)), ...more });

const seed = { kind: "seed", verdict: "good", clear: null, solvable: null, answerRight: null };

/** What the operations of the review room need at least. */
export const reviewInputs: Record<string, Input> = {
  "review.queues": ({ slug }) => ({ project: slug }),
  "review.next": inQueue,
  "review.answer": async (project) => ({
    ...(await ofUnit({ answer: seed, shown: [], problemVersion: 1, seconds: 1 })(project)),
    id: crypto.randomUUID(),
  }),
  "review.undo": inQueue,
  "review.draft": ofUnit({ draft: { answer: null, comment: "", notes: [] } }),
  "review.release": inQueue,
  "review.progress": inQueue,
  "review.remarks": ({ slug, problem }) => ({ project: slug, problem }),
  "queues.list": ({ slug }) => ({ project: slug }),
  "queues.get": inQueue,
  "queues.preview": ({ slug }) => ({ project: slug, source }),
  "queues.create": ({ slug }) => ({ project: slug, name: crypto.randomUUID(), source }),
  "queues.update": async (project) => ({
    ...(await inQueue(project)),
    version: 1,
    settings: queueSettings.parse({ name: crypto.randomUUID() }),
  }),
  "queues.setState": async (project) => ({ ...(await inQueue(project)), state: "paused" }),
  "queues.remove": inQueue,
  "queues.units": inQueue,
  "queues.unit": ofUnit(),
  "queues.settle": ofUnit({ version: 1, category: "good" }),
  "queues.setGold": ofUnit({ version: 1, category: "good" }),
  "queues.tags": ({ slug }) => ({ project: slug }),
  "agreement.ofQueue": inQueue,
  "agreement.reviewers": inQueue,
  "agreement.mine": inQueue,
  "agreement.winRates": ({ slug }) => ({ project: slug }),
};
