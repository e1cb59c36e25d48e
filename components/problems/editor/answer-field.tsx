"use client";

import { useDeferredValue, useMemo } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { ToneDot } from "#components/ui/tone-dot.tsx";
import { describeAnswer } from "#lib/answers/describe.ts";
import { AnswerText } from "../answer-text.tsx";

interface AnswerFieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  error?: string | undefined;
}

/** The reference answer, and at once what the rules that check paths read it as. */
export function AnswerField({ value, onChange, onBlur, error }: AnswerFieldProps) {
  return (
    <div className="grid items-start gap-x-4 gap-y-1.5 lg:grid-cols-2">
      <Field error={error ?? null} label="Reference answer" optional>
        <Input
          mono
          autoComplete="off"
          maxLength={10_000}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.value)}
          placeholder="18, \frac{3}{4}, x^2+1, (1, 2) …"
          spellCheck={false}
          value={value}
        />
      </Field>
      <ReadsAs answer={value} />
    </div>
  );
}

function ReadsAs({ answer }: { answer: string }) {
  const settled = useDeferredValue(answer);
  const { kind, words, warning } = useMemo(() => describeAnswer(settled), [settled]);
  if (kind === "nothing") {
    return (
      <p className="self-end pb-1.5 text-ink-faint text-sm">
        Without one, paths to this problem can't be checked.
      </p>
    );
  }
  return (
    <output aria-label="Reads as" className="flex min-w-0 flex-col gap-1 self-end pb-1">
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
        <span className="max-w-full overflow-x-auto text-base">
          <AnswerText answer={settled.trim()} />
        </span>
        <span className="text-ink-muted text-sm [overflow-wrap:anywhere]">reads as {words}</span>
      </span>
      {warning === null ? null : (
        <span className="flex items-start gap-1.5 text-warn text-xs">
          <ToneDot className="mt-1" label="Warning" tone="warn" />
          <span className="min-w-0 [overflow-wrap:anywhere]">{warning}</span>
        </span>
      )}
    </output>
  );
}
