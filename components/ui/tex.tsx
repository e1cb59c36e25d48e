import "katex/dist/katex.min.css";
import { cx } from "./class-names.ts";
import { texToHtml } from "./tex-html.ts";

type TexProps = {
  /** Without delimiters. */
  tex: string;
  display?: boolean | undefined;
  className?: string | undefined;
};

/** One formula, e.g. a reference answer. */
export function Tex({ tex, display = false, className }: TexProps) {
  const html = texToHtml(tex, display);
  if (html === null)
    return <code className={cx("font-mono text-xs [overflow-wrap:anywhere]", className)}>{tex}</code>;
  return (
    <span
      className={cx(
        "[&_.katex]:text-[1.1em]",
        display && "block overflow-x-auto overflow-y-hidden py-1 [&>.katex-display]:my-0",
        className,
      )}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX escapes all of its input, and trust is off
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
