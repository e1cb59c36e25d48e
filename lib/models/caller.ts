import { setTimeout as sleep } from "node:timers/promises";
import { jsonOf } from "./answer.ts";
import { ask } from "./ask.ts";
import type { Mode } from "./chat.ts";
import { ceilingOf, costOf, estimateTokens } from "./cost.ts";
import type { Resolve } from "./guarded-post.ts";
import { limiterOf } from "./limiter.ts";
import { type Recorded, recordFor, replyTokens, textsOf } from "./recorded.ts";
import type { CallOutcome, MeasureRequest, ModelCaller, ModelReply, ModelRequest, Spent } from "./request.ts";
import { nextStep } from "./retry.ts";
import {
  answeredCall,
  type CallOwner,
  type ClaimedCall,
  claimCall,
  endAnswered,
  endFailed,
  reopenCalls,
  resendCall,
} from "./store/record.ts";
import { learnStructured, loadTarget } from "./store/target.ts";

/** For tests: time, chance and names as they want them. */
export interface CallerOptions {
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  random?: () => number;
  resolve?: Resolve;
}

type AnyRequest = ModelRequest | MeasureRequest;

const waitFor = (milliseconds: number, signal: AbortSignal) => sleep(milliseconds, undefined, { signal });

/**
 * Opens an endpoint for a run, once in the life of its worker. AppError where the endpoint isn't in the registry, or
 * its key can't be opened.
 */
export async function openCaller(
  run: { readonly id: number; readonly projectId: number; readonly signal: AbortSignal },
  endpointId: number,
  { wait = waitFor, random = Math.random, resolve }: CallerOptions = {},
): Promise<ModelCaller> {
  const target = await loadTarget(run.projectId, endpointId);
  const owner: CallOwner = { projectId: run.projectId, runId: run.id, endpointId };
  const limiter = limiterOf(endpointId, target);
  const spent = await reopenCalls(owner);
  const learns = target.structuredOutput === "auto";
  let mode: Mode = target.structuredOutput === "auto" ? "schema" : target.structuredOutput;
  let hasLearnt = false;
  const out = new Map<string, Promise<CallOutcome>>();

  async function learn(record: Recorded, used: Mode, text: string): Promise<void> {
    if (!learns || "protocol" in record || record.schema === null) return;
    if (used !== mode) mode = used;
    if (hasLearnt || (used !== "none" && jsonOf(text) === undefined)) return;
    hasLearnt = true;
    await learnStructured(target, used);
  }

  async function claim(slot: string, request: AnyRequest): Promise<ClaimedCall | null> {
    const claimed = await claimCall(owner, slot, recordFor(target, request));
    if (claimed?.isNew) spent.calls += 1;
    return claimed;
  }

  async function given(slot: string): Promise<CallOutcome | null> {
    const reply = await answeredCall(owner, slot);
    return reply === null ? null : { ok: true, reply };
  }

  function count(reply: ModelReply): CallOutcome {
    spent.inputTokens += reply.inputTokens;
    spent.outputTokens += reply.outputTokens;
    spent.cost += reply.cost;
    return { ok: true, reply };
  }

  async function asked(slot: string, request: AnyRequest): Promise<CallOutcome> {
    const known = await given(slot);
    if (known !== null) return known;
    const claimedTokens = tokensOf(recordFor(target, request));
    let claimed: ClaimedCall | null = null;
    for (let tries = 1; ; tries += 1) {
      const lease = await limiter.turn(claimedTokens, run.signal).catch(stopped(claimed));
      let used = 0;
      try {
        if (claimed === null) claimed = await claim(slot, request);
        else await resendCall(owner, claimed.id);
        if (claimed === null) {
          const theirs = await given(slot);
          if (theirs !== null) return theirs;
          throw new Error(`call ${slot} of run ${run.id} is neither open nor answered`);
        }
        const { request: record, id } = claimed;
        const identity = `${run.projectId}/${run.id}/${slot}`;
        const { result, mode: usedMode } = await ask(target, record, {
          mode,
          mayWeaken: learns,
          identity,
          resolve,
        });
        if (result.kind === "answer") {
          used = result.answer.inputTokens + result.answer.outputTokens;
          const reply = await endAnswered(owner, id, result.answer, costOf(result.answer, target));
          await learn(record, usedMode, reply.text);
          return count(reply);
        }
        const now = Date.now();
        const step = nextStep(result, tries, { now, random: random() });
        if (step.do === "stop") {
          await endFailed(owner, id, step.message);
          const { fault, message, onlyThis } = step;
          return { ok: false, callId: id, fault, message, ...(onlyThis ? { onlyThis } : {}) };
        }
        if (step.everyone) limiter.holdUntil(now + step.milliseconds);
        lease.giveBack(0);
        await wait(step.milliseconds, run.signal).catch(stopped(claimed));
      } finally {
        lease.giveBack(used);
      }
    }
  }

  /** The run has been stopped while this call waited for its next try: it isn't out any more. */
  function stopped(claimed: ClaimedCall | null): (error: unknown) => Promise<never> {
    return async (error) => {
      if (claimed !== null)
        await endFailed(owner, claimed.id, "The run was stopped before this could be asked again.");
      throw run.signal.aborted ? run.signal.reason : error;
    };
  }

  return {
    endpoint: {
      id: endpointId,
      name: target.name,
      concurrency: target.concurrency,
      maxTokens: target.parameters.maxTokens,
      protocol: target.protocol,
    },
    call(slot, request) {
      const under = out.get(slot);
      if (under !== undefined) return under;
      const outcome = asked(slot, request).finally(() => out.delete(slot));
      out.set(slot, outcome);
      return outcome;
    },
    spent: (): Spent => ({ ...spent }),
    ceiling(request) {
      const record = recordFor(target, request);
      return ceilingOf(textsOf(record), replyTokens(record), target);
    },
    async settle() {
      while (out.size > 0) await Promise.allSettled(out.values());
    },
  };
}

/** What a request claims of the tokens of a minute: its own, and all that the reply may have. */
function tokensOf(record: Recorded): number {
  return estimateTokens(textsOf(record).join("\n")) + replyTokens(record);
}
