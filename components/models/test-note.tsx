import { Callout } from "#components/ui/callout.tsx";
import type { ModelTest } from "#lib/models/contract.ts";

/** What the Test button found. The reply is a model's and may hold anything: it is shown as it is written. */
export function TestNote({ test }: { test: ModelTest }) {
  const { ok, message, milliseconds, inputTokens, outputTokens, reply } = test;
  return (
    <Callout tone={ok ? "good" : "bad"} title={ok ? "It works" : "It doesn't work"}>
      <p className="break-words">{message}</p>
      {reply === null ? null : (
        <pre className="mt-2 max-h-40 overflow-auto whitespace-pre-wrap break-words font-mono text-xs">
          {reply}
        </pre>
      )}
      {ok ? (
        <p className="mt-1 text-ink-muted text-xs">
          {(milliseconds / 1000).toFixed(1)} s, {inputTokens.toLocaleString("en")} tokens in,{" "}
          {outputTokens.toLocaleString("en")} out
        </p>
      ) : null}
    </Callout>
  );
}
