import { Play, RotateCcw, Square } from "lucide-react";
import { useEffect, useState } from "react";
import { errorText, timeText } from "#components/paths/execution-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { PythonState } from "./python-state.ts";

export const LIMITS = [
  { value: "10000", label: "10 s" },
  { value: "60000", label: "60 s" },
  { value: "300000", label: "5 min" },
] as const;
export type Limit = (typeof LIMITS)[number]["value"];

/** A start shorter than this isn't worth a word. */
const LATE_MS = 300;

interface RunBarProps {
  state: PythonState;
  limit: Limit;
  onLimit: (limit: Limit) => void;
  canReset: boolean;
  onRun: () => void;
  onStop: () => void;
  onReset: () => void;
}

/** Run, Stop and Reset, how long a program may take, and what Python is doing. */
export function RunBar({ state, limit, onLimit, canReset, onRun, onStop, onReset }: RunBarProps) {
  const isBusy = state.running !== null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isBusy ? (
        <Button icon={<Square aria-hidden />} onClick={onStop}>
          Stop
        </Button>
      ) : (
        <Button variant="primary" icon={<Play aria-hidden />} shortcut="mod+enter" onClick={onRun}>
          Run
        </Button>
      )}
      <Button variant="ghost" icon={<RotateCcw aria-hidden />} disabled={!canReset} onClick={onReset}>
        Reset
      </Button>
      <span className="flex items-center gap-1.5 whitespace-nowrap text-ink-muted text-xs">
        at most
        <Select label="Time limit" size="sm" value={limit} onChange={onLimit} options={LIMITS} />
      </span>
      <p role="status" className="ml-auto flex min-w-0 items-center gap-2 text-ink-muted text-xs">
        <Status state={state} />
      </p>
    </div>
  );
}

function Status({ state }: { state: PythonState }) {
  const { phase, running, ran } = state;
  const isLate = useLate(phase === "starting");
  if (phase === "starting" && (isLate || running)) return <Busy text="Starting Python…" />;
  if (running) return <Busy text={running.started ? "Running…" : "Getting ready…"} />;
  if (!ran) return phase === "ready" ? "Ready" : null;
  const { error, milliseconds, truncated } = ran.execution;
  const cut = truncated > 0 ? `; ${truncated.toLocaleString("en")} characters of output were cut out` : "";
  if (error && ran.execution.blocks.length === 0) {
    const why = errorText(error);
    return why.charAt(0).toUpperCase() + why.slice(1);
  }
  return `${error ? "Failed after" : "Ran in"} ${timeText(milliseconds)}${cut}`;
}

function Busy({ text }: { text: string }) {
  return (
    <>
      <Spinner />
      {text}
    </>
  );
}

/** Whether something has lasted a while. */
function useLate(is: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!is) return;
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [is]);
  return isLate;
}
