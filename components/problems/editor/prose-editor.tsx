"use client";

import { useDeferredValue, useId, useMemo } from "react";
import { cx } from "#components/ui/class-names.ts";
import { MathText } from "#components/ui/math-text.tsx";
import { MonacoEdit } from "#components/ui/monaco/monaco-edit.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { mathErrorSpans, mathErrors } from "./math-errors.ts";

interface ProseEditorProps {
  title: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
  onBlur: () => void;
  /** Shown in place of the drawing while nothing is written. */
  placeholder: string;
  error?: string | undefined;
  autoFocus?: boolean | undefined;
  optional?: boolean | undefined;
  lines: number;
}

/** Errors are looked for when the writer rests: half a formula is no error. */
const REST_MS = 400;
const SHOWN_ERRORS = 3;

/** A text with formulas to write, and beside it how it is drawn. */
export function ProseEditor(props: ProseEditorProps) {
  const { title, value, placeholder, error, optional } = props;
  const id = useId();
  const drawn = useDeferredValue(value);
  const settled = useSettled(value, REST_MS);
  const errors = useMemo(() => mathErrors(settled), [settled]);
  // Marks of a text that has changed since would lie beside what they are about.
  const spans = useMemo(() => (settled === value ? mathErrorSpans(errors) : []), [errors, settled, value]);
  const more = errors.length - SHOWN_ERRORS;
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-1.5">
      <h2 className="font-medium text-xs" id={id}>
        {title}
        {optional ? <span className="font-normal text-ink-faint"> (optional)</span> : null}
      </h2>
      <div
        className={cx(
          "grid min-w-0 overflow-hidden rounded-lg border bg-raised focus-within:border-focus focus-within:outline-2 focus-within:outline-focus focus-within:-outline-offset-1 lg:grid-cols-2",
          error === undefined ? "border-line-control" : "border-bad",
        )}
      >
        <MonacoEdit
          ariaLabel={title}
          autoFocus={props.autoFocus}
          language="prose"
          lines={props.lines}
          onBlur={props.onBlur}
          onChange={props.onChange}
          onSubmit={props.onSubmit}
          spans={spans}
          value={value}
        />
        <section
          aria-label={`${title}, drawn`}
          className="max-h-160 min-h-16 min-w-0 overflow-y-auto border-line border-t bg-surface px-4 py-2.5 lg:border-t-0 lg:border-l"
        >
          {drawn.trim() === "" ? (
            <p className="text-ink-faint">{placeholder}</p>
          ) : (
            <MathText limit={50_000} text={drawn} />
          )}
        </section>
      </div>
      {error === undefined ? null : (
        <p className="text-bad text-xs" role="alert">
          {error}
        </p>
      )}
      {errors.length === 0 ? null : (
        <ul
          aria-label={`Formulas of the ${title.toLowerCase()} that can't be drawn`}
          className="text-warn text-xs"
        >
          {errors.slice(0, SHOWN_ERRORS).map(({ line, column, message }) => (
            <li className="[overflow-wrap:anywhere]" key={`${line}:${column}`}>
              Line {line}, column {column}: {message}
            </li>
          ))}
          {more > 0 ? <li>and {more} more</li> : null}
        </ul>
      )}
    </section>
  );
}
