import { AppError } from "#lib/errors.ts";
import { handle, type LogMessage } from "#lib/jobs/job.ts";
import { watched } from "#lib/jobs/watched.ts";
import { MISSING_SYMPY, type OpenSandbox, SandboxClosed } from "#lib/python/ask.ts";
import { sandbox } from "#lib/python/process-sandbox.ts";
import { type Verification, verifyTraces } from "#lib/python/verify.ts";
import { verdictColumns, verdictFault, verificationColumns, withFlaw } from "../checked.ts";
import { verifyJob } from "../jobs.ts";
import { storable } from "../storable.ts";
import type { DuePath } from "../store/due.ts";
import { countVerified, countVerifyDue, nextVerifyDue, type VerifyTask } from "../store/due-verify.ts";
import { type VerifiedPath, writeVerifications } from "../store/write-verifications.ts";

const BATCH = 40;
const WARNING_LIMIT = 1000;

/** `unavailable`: why the path couldn't be verified here and now; then there is nothing to write. */
interface Outcome {
  verified: VerifiedPath | null;
  fault: LogMessage | null;
  unavailable: string | null;
}

/** By verdict, by what running the code came to, and paths with a wrong step; `unavailable` ones are left as they were. */
function newCounts() {
  return {
    correct: 0,
    incorrect: 0,
    unverifiable: 0,
    error: 0,
    reproduced: 0,
    different: 0,
    unrecorded: 0,
    failed: 0,
    wrongSteps: 0,
    unavailable: 0,
  };
}

/**
 * Verifies paths in order of id. Each batch is written before the next is read, so a run that is killed goes on where
 * it stopped. Where Python or SymPy isn't there, the paths that need it stay unverified, and the log says once why.
 */
export const verifyHandler = handle(verifyJob, async (run) => {
  const task: VerifyTask = { projectId: run.projectId, runId: run.id, ...run.parameters };
  const counts = newCounts();
  let done = 0;
  // In the first attempt nothing is behind the run, but another one may be at work in the same project.
  for (const past of run.attempt > 1 ? await countVerified(task) : []) {
    counts[past.verdict] += past.count;
    if (past.execution) counts[past.execution] += past.count;
    if (past.wrong) counts.wrongSteps += past.count;
    done += past.count;
  }
  const total = done + (await countVerifyDue(task));
  await run.progress({ done, total, counts });

  const said = new Set<string>();
  // Each try to start what can't be started takes its time, so one is enough.
  const open: OpenSandbox = async () => {
    const why = [...said].find((reason) => reason !== MISSING_SYMPY);
    if (why !== undefined) throw new AppError("unavailable", why);
    return sandbox();
  };
  let after = 0;
  for (;;) {
    const due = await nextVerifyDue(task, after, BATCH);
    const last = due.at(-1);
    if (!last) break;
    const outcomes = await watched(run, () => verifyAll(due, open, run.signal));
    const written = await writeVerifications(
      run.projectId,
      outcomes.flatMap(({ verified }) => verified ?? []),
    );
    await run.log([...outcomes.flatMap(({ fault }) => fault ?? []), ...newWarnings(outcomes, said)]);
    for (const { verified, unavailable } of outcomes) {
      if (unavailable !== null) counts.unavailable += 1;
      if (!verified || !written.has(verified.id)) continue;
      counts[verified.verdict] += 1;
      if (verified.executionOutcome) counts[verified.executionOutcome] += 1;
      if (verified.wrongSteps > 0) counts.wrongSteps += 1;
    }
    done += due.length;
    after = last.id;
    await run.progress({ done, total: Math.max(total, done), counts });
  }
  return { ...counts };
});

/** A rule that breaks on one path must not keep the others from being verified. */
async function verifyAll(
  paths: readonly DuePath[],
  open: OpenSandbox,
  signal: AbortSignal,
): Promise<Outcome[]> {
  try {
    const found = await verifyTraces(open, paths, { signal });
    return paths.flatMap((path, at) => {
      const verification = found[at];
      return verification ? outcomeOf(path, verification) : [];
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SandboxClosed) throw error;
    const [only] = paths;
    if (only && paths.length === 1) return [faulty(only, error)];
    const alone: Outcome[] = [];
    for (const path of paths) alone.push(...(await verifyAll([path], open, signal)));
    return alone;
  }
}

function outcomeOf({ id, problemVersion, flaw }: DuePath, found: Verification): Outcome {
  const { unavailable } = found;
  if (unavailable !== null) return { verified: null, fault: null, unavailable };
  const columns = { ...withFlaw(verdictColumns(found), flaw), ...verificationColumns(found) };
  return { verified: { id, problemVersion, ...columns }, fault: null, unavailable };
}

function faulty({ id, problemVersion, key }: DuePath, error: unknown): Outcome {
  const { columns, message } = verdictFault(key, "Verifying", error);
  const nothing = { execution: null, executionOutcome: null, wrongSteps: 0, firstWrongStep: null };
  return {
    verified: { id, problemVersion, ...columns, ...nothing },
    fault: message,
    unavailable: null,
  };
}

/** What hasn't been `said` yet of why paths couldn't be verified. */
function newWarnings(outcomes: readonly Outcome[], said: Set<string>): LogMessage[] {
  const reasons = new Set(outcomes.flatMap(({ unavailable }) => unavailable ?? []));
  const fresh = [...reasons].filter((reason) => !said.has(reason));
  for (const reason of fresh) said.add(reason);
  return fresh.map((reason) => ({
    level: "warning",
    message: storable(
      `The paths that need it stay unverified, so verify again when this is mended: ${reason}`,
      WARNING_LIMIT,
    ),
  }));
}
