"use client";

import { useMemo, useRef, useState } from "react";
import { Callout } from "#components/ui/callout.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { useAppleKeyboard } from "#components/ui/use-apple-keyboard.ts";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { Path } from "#lib/paths/contract.ts";
import { CodeCell } from "./code-cell.tsx";
import type { OpenFrame } from "./python-frame.ts";
import { codeCells, isSameCode, originalRevision, type Revision, revisedSegments } from "./revision.ts";
import { LIMITS, type Limit, RunBar } from "./run-bar.tsx";
import { SaveAsPath } from "./save-as-path.tsx";
import { whyNotSaved } from "./save-reason.ts";
import { useFreshVerdict } from "./use-fresh-verdict.ts";
import { usePython } from "./use-python.ts";
import { VerdictComparison } from "./verdict-comparison.tsx";

interface RunBodyProps {
  project: string;
  path: Path;
  isOpen: boolean;
  openFrame: OpenFrame;
}

export function RunBody({ project, path, isOpen, openFrame }: RunBodyProps) {
  const { segments, referenceAnswer } = path;
  const cells = useMemo(() => codeCells(segments), [segments]);
  const original = useMemo(() => originalRevision(segments), [segments]);
  const [revision, setRevision] = useState(original);
  // Of a key pressed right after the last letter: the screen may not have caught up with what was typed.
  const latest = useRef(original);
  const change = (part: Partial<Revision>) => {
    latest.current = { ...latest.current, ...part };
    setRevision(latest.current);
  };
  const [limit, setLimit] = useState<Limit>(LIMITS[0].value);
  const apple = useAppleKeyboard();
  const python = usePython(openFrame);
  const { state } = python;
  const { ran } = state;
  const { codes, closing } = revision;

  const run = () => python.run(latest.current.codes, Number(limit));
  useHotkeys({ "mod+enter": run }, { enabled: isOpen });

  const isStale = ran !== null && !isSameCode(ran.codes, codes);
  const revised = useMemo(
    () => (ran && ran.execution.blocks.length > 0 ? revisedSegments(segments, ran, closing) : null),
    [segments, ran, closing],
  );
  const fresh = useFreshVerdict(referenceAnswer, revised, closing);

  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-muted text-xs">
        It runs on your own machine, apart from the studio and without a network. Python and SymPy are about
        20 MB to load the first time.{" "}
        <span className="pointer-coarse:hidden">
          {apple ? "Ctrl+Shift+M" : "Ctrl+M"} lets Tab leave the editor.
        </span>
      </p>
      <RunBar
        state={state}
        limit={limit}
        onLimit={setLimit}
        canReset={!isSameCode(codes, original.codes) || closing !== original.closing}
        onRun={run}
        onStop={python.stop}
        onReset={() => change(original)}
      />
      {state.phase === "failed" ? (
        <ErrorState
          title="Python couldn't be started"
          message={state.failure ?? "It ended for an unknown reason."}
          onRetry={python.retry}
        />
      ) : null}
      {state.science === false ? (
        <Callout tone="warn">
          SymPy isn't installed on this server, so code that imports it fails here.
        </Callout>
      ) : null}
      {cells.map((cell, place) => (
        <CodeCell
          key={cell.segment}
          cell={cell}
          name={cells.length === 1 ? "Code" : `Code ${place + 1} of ${cells.length}`}
          code={codes[place] ?? ""}
          onChange={(code) =>
            change({ codes: latest.current.codes.map((each, at) => (at === place ? code : each)) })
          }
          onRun={run}
          result={ran?.execution.blocks[place] ?? null}
          isStale={isStale}
        />
      ))}
      {closing === null ? null : (
        <Field label="Text after the code">
          <Textarea
            grow
            value={closing}
            onChange={(event) => change({ closing: event.target.value })}
            rows={2}
          />
        </Field>
      )}
      {fresh ? (
        <VerdictComparison
          path={path}
          fresh={fresh}
          isStale={isStale}
          onMend={(text) => change({ closing: text })}
        />
      ) : null}
      <SaveAsPath
        project={project}
        path={path}
        segments={revised}
        reason={whyNotSaved(original, revision, ran)}
      />
    </div>
  );
}
