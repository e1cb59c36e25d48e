import { useMemo } from "react";
import { errorText, givenOutput } from "#components/paths/execution-words.ts";
import { MathLine } from "#components/problems/math-line.tsx";
import { cx } from "#components/ui/class-names.ts";
import { MonacoEdit } from "#components/ui/monaco/monaco-edit.tsx";
import type { BlockResult } from "#lib/python/contract.ts";
import type { CodeCell as Cell } from "./revision.ts";

/** More than this nobody reads here, and a hostile program may have printed megabytes. */
const SHOWN_CHARACTERS = 100_000;

interface CodeCellProps {
  cell: Cell;
  /** Such as "Code 2 of 3". */
  name: string;
  code: string;
  onChange: (code: string) => void;
  onRun: () => void;
  /** What it gave when it ran last; null where it hasn't. */
  result: BlockResult | null;
  /** Whether the code has been changed since it ran. */
  isStale: boolean;
}

/** A block of code to change, and under it what it gave beside what the path records. */
export function CodeCell({ cell, name, code, onChange, onRun, result, isStale }: CodeCellProps) {
  const line = isStale ? null : (result?.error?.line ?? null);
  const message = result?.error ? errorText(result.error) : "";
  const marks = useMemo(
    () =>
      line === null
        ? { decorations: [], glyphs: [] }
        : {
            decorations: [{ startLine: line, endLine: line, className: "mt-bad", hover: message }],
            glyphs: [{ line, tone: "bad", hover: message } as const],
          },
    [line, message],
  );
  return (
    <div className="overflow-hidden rounded-md border border-line">
      <div className="flex items-center gap-3 border-line border-b bg-sunken px-3">
        <span className="shrink-0 py-1 font-medium text-xs">{name}</span>
        <span className="min-w-0 flex-1 text-ink-muted text-xs">
          {cell.lead.trim() === "" ? null : <MathLine text={cell.lead} />}
        </span>
      </div>
      <MonacoEdit
        value={code}
        onChange={onChange}
        onSubmit={onRun}
        ariaLabel={name}
        decorations={marks.decorations}
        glyphs={marks.glyphs}
      />
      <Outputs result={result} recorded={cell.recorded} isStale={isStale} />
    </div>
  );
}

function Outputs({
  result,
  recorded,
  isStale,
}: Pick<CodeCellProps, "result" | "isStale"> & { recorded: string | null }) {
  const given = result && givenOutput(result);
  const isSame = given !== null && recorded !== null && given.trimEnd() === recorded.trimEnd();
  if (result === null && recorded === null) return null;
  return (
    <div className="grid gap-px border-line border-t bg-line sm:auto-cols-fr sm:grid-flow-col">
      {result === null ? null : (
        <Output
          title={isStale ? "Output, before the change" : isSame ? "Output, as recorded" : "Output"}
          text={given ?? ""}
          className={cx(isStale && "text-ink-faint")}
        >
          {result.error ? (
            <p className="font-mono text-bad text-xs [overflow-wrap:anywhere]">{errorText(result.error)}</p>
          ) : null}
        </Output>
      )}
      {recorded === null || isSame ? null : (
        <Output title="Recorded in the path" text={recorded.trimEnd()} className="text-ink-muted" />
      )}
    </div>
  );
}

interface OutputProps {
  title: string;
  text: string;
  className?: string | undefined;
  children?: React.ReactNode;
}

function Output({ title, text, className, children }: OutputProps) {
  const left = text.length - SHOWN_CHARACTERS;
  return (
    <section aria-label={title} className="min-w-0 bg-raised px-3 py-1.5">
      <h3 className="text-ink-muted text-xs">{title}</h3>
      {text === "" && !children ? <p className="text-ink-faint text-xs">It printed nothing.</p> : null}
      {text === "" ? null : (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
          tabIndex={0}
          className={cx(
            "max-h-72 overflow-auto whitespace-pre-wrap font-mono text-xs leading-5 [overflow-wrap:anywhere]",
            className,
          )}
        >
          {text.slice(0, SHOWN_CHARACTERS)}
        </pre>
      )}
      {left > 0 ? (
        <p className="text-ink-muted text-xs">{left.toLocaleString("en")} more characters aren't shown.</p>
      ) : null}
      {children}
    </section>
  );
}
