"use client";

import { memo, useState } from "react";
import Markdown, { type Components } from "react-markdown";
import { Button } from "./button.tsx";
import { cx } from "./class-names.ts";
import { CodeInline } from "./code-inline.tsx";
import { cutPoint } from "./math-cut.ts";
import { type Formula, toMarkdown } from "./math-markdown.ts";
import { remarkFormulas, remarkLiteral } from "./math-remark.ts";
import { MathSource } from "./math-source.tsx";
import { Tex } from "./tex.tsx";

type MathTextProps = {
  /** Markdown with LaTeX, from anyone: nothing in it runs, loads or leads anywhere by itself. */
  text: string;
  /** Characters shown at first; the rest comes on demand. */
  limit?: number | undefined;
  className?: string | undefined;
};

// Past this a browser takes seconds to lay out the formulas; the source scrolls at any length.
const longestRendered = 200_000;

export const MathText = memo(function MathText({ text, limit = 20_000, className }: MathTextProps) {
  const [whole, setWhole] = useState(false);
  const end = cutPoint(text, limit);
  const left = text.length - end;
  if (whole && text.length > longestRendered) return <MathSource className={className} text={text} />;
  return (
    // Paint stays inside: a formula can move its parts by negative spaces, but not over the rest of the page.
    <div
      className={cx(
        "flex min-w-0 flex-col gap-2 overflow-x-auto text-base contain-paint [overflow-wrap:anywhere]",
        className,
      )}
    >
      <Rendered text={whole ? text : text.slice(0, end)} />
      {left > 0 && !whole ? (
        <div>
          <Button onClick={() => setWhole(true)} size="sm">
            Show the rest ({left.toLocaleString("en")} characters)
          </Button>
        </div>
      ) : null}
    </div>
  );
});

const Rendered = memo(function Rendered({ text }: { text: string }) {
  const { markdown, formulas } = toMarkdown(text);
  try {
    // Called, not rendered as an element: so that what it throws on absurdly nested text can be caught here.
    return Markdown({
      children: markdown,
      components: componentsFor(formulas),
      remarkPlugins: [remarkLiteral, remarkFormulas(formulas)],
      urlTransform: safeAddress,
    });
  } catch (error) {
    if (error instanceof RangeError) return <MathSource text={text} />;
    throw error;
  }
});

/** Only addresses that a person may follow; all others become plain text. */
function safeAddress(address: string): string {
  return /^(?:https?:\/\/|mailto:)/i.test(address) ? address : "";
}

const heading = "mt-1 font-semibold";
const list = "flex flex-col gap-1 pl-6";

function componentsFor(formulas: readonly Formula[]): Components {
  return {
    span: ({ node, children }) => {
      const index = node?.properties["dataFormula"];
      const formula = typeof index === "string" ? formulas[Number(index)] : undefined;
      if (formula !== undefined) return <Tex display={formula.display} tex={formula.tex} />;
      return (
        <span className="rounded-sm bg-sunken px-0.5 font-mono font-normal text-ink-faint text-xs">
          {children}
        </span>
      );
    },
    a: ({ href, children }) =>
      href === undefined || href === "" ? (
        <span>{children}</span>
      ) : (
        <a
          className="text-accent-text underline underline-offset-2"
          href={href}
          rel="noopener noreferrer nofollow ugc"
          target="_blank"
          title={href}
        >
          {children}
        </a>
      ),
    // Never loaded: a picture's address would tell its owner who reads this, and when.
    img: ({ alt }) => (
      <CodeInline>image: {alt === undefined || alt === "" ? "without description" : alt}</CodeInline>
    ),
    p: ({ children }) => <p>{children}</p>,
    // Headings of a text under review aren't headings of the page.
    h1: ({ children }) => <p className={heading}>{children}</p>,
    h2: ({ children }) => <p className={heading}>{children}</p>,
    h3: ({ children }) => <p className={heading}>{children}</p>,
    h4: ({ children }) => <p className={heading}>{children}</p>,
    h5: ({ children }) => <p className={heading}>{children}</p>,
    h6: ({ children }) => <p className={heading}>{children}</p>,
    ul: ({ children }) => <ul className={cx(list, "list-disc")}>{children}</ul>,
    ol: ({ children, start }) => (
      <ol className={cx(list, "list-decimal")} start={start}>
        {children}
      </ol>
    ),
    blockquote: ({ children }) => (
      <blockquote className="border-line-strong border-l-2 pl-3 text-ink-muted">{children}</blockquote>
    ),
    hr: () => <hr className="border-line" />,
    pre: ({ children }) => (
      <pre className="overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-5 [&_code]:border-0 [&_code]:bg-transparent [&_code]:p-0">
        {children}
      </pre>
    ),
    code: ({ children }) => <CodeInline>{children}</CodeInline>,
  };
}
