import { cx } from "#components/ui/class-names.ts";

interface ModelNameProps {
  model: string | null;
  /** Who wrote it in the studio, where known. */
  author?: string | null | undefined;
  /** Where the reader may not see model names. */
  hidden?: boolean | undefined;
  className?: string | undefined;
}

/** Who wrote a path: a model, or a person where none is named. */
export function ModelName({ model, author = null, hidden = false, className }: ModelNameProps) {
  if (hidden) return <span className={cx("text-ink-faint", className)}>hidden</span>;
  if (model === null) return <span className={cx("text-ink-muted", className)}>{author ?? "a person"}</span>;
  return (
    <span className={className} title={model}>
      {model}
    </span>
  );
}
