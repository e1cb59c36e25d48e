"use client";

import { Upload } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { acceptsFile } from "./accepts-file.ts";
import { cx } from "./class-names.ts";

type FileDropProps = {
  onFiles: (files: File[]) => void;
  /** As in `<input accept>`: ".jsonl,.csv". */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  label: string;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  error?: string | null | undefined;
  className?: string | undefined;
};

/** A place to drop files on, which is also a button: the file input itself takes the focus. */
export function FileDrop(props: FileDropProps) {
  const { onFiles, accept, multiple = false, label, hint, disabled = false, error, className } = props;
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const problem = error ?? refused;

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    const fitting = files.filter((file) => acceptsFile(file, accept));
    const wrong = files.find((file) => !acceptsFile(file, accept));
    setRefused(wrong === undefined ? null : `${wrong.name} isn't one of ${accept ?? "the accepted kinds"}.`);
    const taken = multiple ? fitting : fitting.slice(0, 1);
    if (taken.length > 0) onFiles(taken);
  };

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };

  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <label
        className={cx(
          "flex flex-col items-center gap-1 rounded-lg border border-line-control border-dashed px-6 py-8 text-center transition-colors duration-75 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-1",
          disabled ? "cursor-not-allowed opacity-50" : "cursor-pointer hover:border-ink-faint hover:bg-hover",
          over && "border-accent bg-accent-soft",
          problem && "border-bad",
        )}
        htmlFor={id}
        onDragLeave={() => setOver(false)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!disabled);
        }}
        onDrop={onDrop}
      >
        <Upload aria-hidden className="mb-1 size-5 text-ink-faint" />
        <span className="font-medium text-sm">{label}</span>
        {hint ? (
          <span className="text-ink-muted text-xs" id={`${id}-hint`}>
            {hint}
          </span>
        ) : null}
        <input
          accept={accept}
          aria-describedby={cx(hint && `${id}-hint`, problem && `${id}-problem`) || undefined}
          aria-invalid={problem ? true : undefined}
          className="sr-only"
          disabled={disabled}
          id={id}
          multiple={multiple}
          onChange={(event) => {
            take(event.target.files);
            // So that choosing the same file again counts as a change.
            event.target.value = "";
          }}
          type="file"
        />
      </label>
      {problem ? (
        <p className="text-bad text-xs" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
