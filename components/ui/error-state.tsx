"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { cx } from "./class-names.ts";
import { CodeInline } from "./code-inline.tsx";

type ErrorStateProps = {
  title?: string | undefined;
  /** What happened and what to do. */
  message: ReactNode;
  code?: string | undefined;
  onRetry?: (() => void) | undefined;
  retrying?: boolean | undefined;
  action?: ReactNode;
  className?: string | undefined;
};

export function ErrorState(props: ErrorStateProps) {
  const { title = "This couldn't be loaded", message, code, onRetry, retrying, action, className } = props;
  return (
    <div
      className={cx("mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center", className)}
      role="alert"
    >
      <span className="mb-3 flex size-9 items-center justify-center rounded-lg bg-bad-soft text-bad">
        <TriangleAlert aria-hidden className="size-4.5" />
      </span>
      <h2 className="font-semibold text-base">{title}</h2>
      <div className="mt-1 text-pretty text-ink-muted text-sm [overflow-wrap:anywhere]">{message}</div>
      {code ? (
        <p className="mt-2 text-ink-faint text-xs">
          Code <CodeInline>{code}</CodeInline>
        </p>
      ) : null}
      {onRetry || action ? (
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          {onRetry ? (
            <Button icon={<RotateCw aria-hidden />} onClick={onRetry} pending={retrying}>
              Try again
            </Button>
          ) : null}
          {action}
        </div>
      ) : null}
    </div>
  );
}
