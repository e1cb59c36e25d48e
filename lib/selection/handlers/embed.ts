import { joinSegments } from "#lib/formats/segments.ts";
import { handle } from "#lib/jobs/job.ts";
import { askInOrder } from "#lib/models/ask-in-order.ts";
import { openCaller } from "#lib/models/caller.ts";
import { repliesOf } from "#lib/models/replies-of.ts";
import type { MeasureRequest } from "#lib/models/request.ts";
import type { Segment } from "#lib/paths/contract.ts";
import { tellScoring } from "#lib/scoring/handlers/scoring-progress.ts";
import { normalised } from "../cosine.ts";
import { embedJob } from "../jobs.ts";
import { countEmbeddable, embeddable, modelAt, writeVector } from "../store/embeddings.ts";
import { bytesOf, vectorFrom } from "../vector-bytes.ts";

const LONGEST: MeasureRequest = { question: null, answer: "x".repeat(20_000) };

/**
 * Has each path embedded that its model hasn't embedded yet: its text and code, without what the code printed. Calls
 * are named by the path, so a run that is killed finds what was answered.
 */
export const embedHandler = handle(embedJob, async (run) => {
  const { filter, last, budget } = run.parameters;
  const model = await modelAt(run.projectId, run.parameters.model);
  const task = { projectId: run.projectId, filter, last, model };
  const caller = await openCaller(run, run.parameters.model);
  const total = await countEmbeddable(task);
  const counts = { embedded: 0 };
  await tellScoring(run, { done: 0, total }, counts, caller);
  try {
    // What earlier attempts of this run spent isn't in this loop's sum any more.
    const left = budget === null ? null : Math.max(0, budget - caller.spent().cost);
    const limits = {
      window: 2 * caller.endpoint.concurrency,
      budget: left,
      ceiling: caller.ceiling(LONGEST),
    };
    const stopped = await askInOrder(embeddable(task), limits, async ({ id, segments }) => {
      const [reply] = repliesOf(
        await caller.call(String(id), { question: null, answer: reasoningText(segments) }),
      );
      if (!reply) return 0;
      const vector = bytesOf(normalised(vectorFrom(Buffer.from(reply.text, "base64"))));
      await writeVector(run.projectId, { pathId: id, model, vector });
      counts.embedded += 1;
      await tellScoring(run, { done: counts.embedded, total }, counts, caller);
      return reply.cost;
    });
    return { ...counts, stopped };
  } finally {
    await caller.settle();
  }
});

function reasoningText(segments: readonly Segment[]): string {
  return joinSegments(segments.filter(({ type }) => type !== "output"));
}
