import { cx } from "./class-names.ts";

type MathSourceProps = { text: string; className?: string | undefined };

/** A text exactly as it was written. */
export function MathSource({ text, className }: MathSourceProps) {
  return (
    <pre
      className={cx("whitespace-pre-wrap font-mono text-xs leading-5 [overflow-wrap:anywhere]", className)}
    >
      {text}
    </pre>
  );
}
