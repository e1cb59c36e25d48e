"use client";

import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

interface MarkdownFieldProps {
  label: string;
  hint: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
}

const VIEWS = [
  { value: "write", label: "Write" },
  { value: "preview", label: "Preview" },
] as const;

/** A text in Markdown with formulas, as it is written or as it will be seen. */
export function MarkdownField({ label, hint, value, maxLength, onChange }: MarkdownFieldProps) {
  const [view, setView] = useState<"write" | "preview">("write");
  return (
    <Field
      label={label}
      hint={hint}
      optional
      action={<Segmented label="Write or preview" value={view} options={VIEWS} onChange={setView} />}
    >
      {view === "write" ? (
        <Textarea
          grow
          mono
          rows={5}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <section
          aria-label={`Preview of ${label.toLowerCase()}`}
          className="min-h-28 rounded-md border border-line bg-sunken px-3 py-2"
        >
          {value.trim() === "" ? (
            <p className="text-ink-faint">Nothing is written yet.</p>
          ) : (
            <MathText text={value} />
          )}
        </section>
      )}
    </Field>
  );
}
