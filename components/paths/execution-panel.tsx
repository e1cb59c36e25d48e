"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { ToneDot } from "#components/ui/tone-dot.tsx";
import { isProgram } from "#lib/answers/executed.ts";
import type { Path, SegmentExecution } from "#lib/paths/contract.ts";
import {
  BLOCK_HINT,
  blockOutcome,
  EXECUTION_HINT,
  EXECUTION_LABEL,
  EXECUTION_TONE,
  errorText,
  givenOutput,
  timeText,
} from "./execution-words.ts";
import { OutputDiff } from "./output-diff-view.tsx";
import { VerifyProblem } from "./verify-menu.tsx";

interface ExecutionPanelProps {
  project: string;
  path: Path;
  /** Shows a block in the trace. */
  onShow: (execution: SegmentExecution) => void;
}

/** What running a path's code came to, block by block; nothing where there is no code. */
export function ExecutionPanel({ project, path, onShow }: ExecutionPanelProps) {
  const { segments, execution, executionOutcome: outcome, verifiedAt } = path;
  if (!segments.some(isProgram)) return null;
  if (execution === null || outcome === null)
    return <NotRun project={project} problem={path.problemId} verified={verifiedAt !== null} />;
  const blocks = execution.segments;
  const only = blocks.length === 1 ? blocks[0] : undefined;
  return (
    <Panel
      flush
      title="Execution"
      actions={
        <span className="text-ink-muted text-xs">
          {timeText(execution.milliseconds)}
          {verifiedAt === null ? null : (
            <>
              , verified <RelativeTime at={verifiedAt} />
            </>
          )}
        </span>
      }
    >
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-1.5">
        <ToneDot
          tone={EXECUTION_TONE[outcome]}
          label={EXECUTION_LABEL[outcome]}
          showLabel
          className="font-semibold"
        />
        <p className="min-w-0 text-ink-muted">{EXECUTION_HINT[outcome]}</p>
        {only ? <ShowButton block={only} name="the code" onShow={onShow} /> : null}
      </div>
      {only ? (
        <BlockOutput block={only} />
      ) : (
        <ol aria-label="Blocks of code" className="divide-y divide-line border-line border-t">
          {blocks.map((block, place) => (
            <li key={block.segment}>
              <Block block={block} number={place + 1} onShow={onShow} />
            </li>
          ))}
        </ol>
      )}
      {execution.truncated > 0 ? (
        <p className="border-line border-t px-4 py-1.5 text-ink-muted text-xs">
          {execution.truncated.toLocaleString("en")} characters of output were cut out of the middle.
        </p>
      ) : null}
    </Panel>
  );
}

interface BlockProps {
  block: SegmentExecution;
  number: number;
  onShow: (execution: SegmentExecution) => void;
}

function Block({ block, number, onShow }: BlockProps) {
  const outcome = blockOutcome(block);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-1.5">
        <ToneDot tone={EXECUTION_TONE[outcome]} label={EXECUTION_LABEL[outcome]} />
        <span className="font-medium">Block {number}</span>
        <span className="min-w-0 text-ink-muted [overflow-wrap:anywhere]">{BLOCK_HINT[outcome]}</span>
        <ShowButton block={block} name={`block ${number}`} onShow={onShow} />
      </div>
      <BlockOutput block={block} />
    </>
  );
}

interface ShowButtonProps {
  block: SegmentExecution;
  name: string;
  onShow: (execution: SegmentExecution) => void;
}

function ShowButton({ block, name, onShow }: ShowButtonProps) {
  return (
    <Button
      size="sm"
      variant="ghost"
      className="-mr-2 ml-auto"
      aria-label={`Show in the trace: ${name}`}
      onClick={() => onShow(block)}
    >
      Show in the trace
    </Button>
  );
}

/** What a block's run says that the trace doesn't: its error, how its output differs, or the output itself. */
function BlockOutput({ block }: { block: SegmentExecution }) {
  const { error, recorded, agrees } = block;
  const given = givenOutput(block);
  const differs = recorded !== null && agrees !== true && (error === null || given !== "");
  return (
    <>
      {error === null ? null : (
        <p className="px-4 pb-2 font-mono text-bad text-xs [overflow-wrap:anywhere]">{errorText(error)}</p>
      )}
      {differs ? <OutputDiff recorded={recorded} ran={given} /> : null}
      {recorded === null && (given !== "" || error === null) ? (
        <pre className="max-h-48 overflow-auto whitespace-pre-wrap border-line border-t bg-sunken px-4 py-2 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
          {given === "" ? <span className="text-ink-faint">It printed nothing.</span> : given}
        </pre>
      ) : null}
    </>
  );
}

interface NotRunProps {
  project: string;
  problem: number;
  /** Whether it was verified all the same, without being run. */
  verified: boolean;
}

function NotRun({ project, problem, verified }: NotRunProps) {
  const role = useQuery(projectQuery(api, project)).data?.role;
  return (
    <Panel title="Execution">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-72 text-ink-muted">
          {verified ? "The code could not be run when this path was verified. " : "Not verified yet. "}
          Verifying runs the code in a sandbox and compares what it prints with the output that the path
          records.
        </p>
        {role === "curator" || role === "lead" ? <VerifyProblem project={project} problem={problem} /> : null}
      </div>
    </Panel>
  );
}
