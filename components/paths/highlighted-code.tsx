"use client";

import { useEffect, useState } from "react";
import { loadMonaco } from "#components/ui/monaco/load-monaco.ts";
import { type CodeToken, codeRuns } from "./code-runs.ts";

/** Past this many characters code stays plain: colouring it would hold the page up. */
const LONGEST_COLOURED = 50_000;

async function pythonTokens(code: string): Promise<CodeToken[][]> {
  const { editor } = await loadMonaco();
  // Loads the language, which `tokenize` doesn't wait for.
  await editor.colorize("", "python", {});
  return editor.tokenize(code, "python");
}

/** Python as it stands, coloured by Monaco's tokenizer as soon as that is there. */
export function HighlightedCode({ code }: { code: string }) {
  const [coloured, setColoured] = useState<{ code: string; tokens: CodeToken[][] } | null>(null);

  useEffect(() => {
    if (code.length > LONGEST_COLOURED) return;
    let gone = false;
    pythonTokens(code).then(
      (tokens) => (gone ? undefined : setColoured({ code, tokens })),
      // Without Monaco the code is still all there, in one colour.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [code]);

  const tokens = coloured?.code === code ? coloured.tokens : [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <pre className="max-h-120 overflow-auto px-3 py-2 font-mono text-xs leading-5" tabIndex={0}>
      {code.split("\n").map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line's place is its identity
        <Line key={place} line={line} tokens={tokens[place] ?? []} />
      ))}
    </pre>
  );
}

function Line({ line, tokens }: { line: string; tokens: readonly CodeToken[] }) {
  return (
    <span className="block min-h-5">
      {codeRuns(line, tokens).map((run, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run's place is its identity
        <span key={place} className={run.className}>
          {run.text}
        </span>
      ))}
    </span>
  );
}
