"use client";

import { useEffect, useRef, useState } from "react";
import { Fold } from "#components/problems/fold.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { Path } from "#lib/paths/contract.ts";
import { type OpenFrame, openPythonFrame } from "./python-frame.ts";
import { RunBody } from "./run-body.tsx";

interface RunPanelProps {
  project: string;
  path: Path;
  /** Opens the frame in which Python runs. */
  openFrame?: OpenFrame | undefined;
}

/** A path's code to change and to run in this browser; nothing where there is no code. The key `r` opens it. */
export function RunPanel(props: RunPanelProps) {
  if (!props.path.segments.some(({ type }) => type === "code")) return null;
  // Each path gets an interpreter of its own: what one path's code did can't reach another's.
  return <Panel key={props.path.id} {...props} />;
}

function Panel({ project, path, openFrame = openPythonFrame }: RunPanelProps) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const [byKey, setByKey] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const change = (open: boolean) => {
    setOpen(open);
    if (open) setOpened(true);
  };
  useHotkeys({
    r: () => {
      change(true);
      setByKey(true);
    },
  });
  useEffect(() => {
    if (!byKey) return;
    // It comes into view; the next Tab goes to Run.
    body.current?.focus();
    setByKey(false);
  }, [byKey]);
  return (
    <Fold
      title="Run the code"
      hint={
        <span className="flex items-center gap-2">
          in this browser, after a change if you like <Kbd keys="r" />
        </span>
      }
      open={isOpen}
      onOpenChange={change}
    >
      <div ref={body} tabIndex={-1} className="outline-none">
        {wasOpened ? <RunBody project={project} path={path} isOpen={isOpen} openFrame={openFrame} /> : null}
      </div>
    </Fold>
  );
}
