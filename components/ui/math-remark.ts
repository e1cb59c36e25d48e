import { type Formula, restoreFormulas, splitInline } from "./math-markdown.ts";

/** Of a Markdown syntax tree (mdast), the fields that matter here. */
export type MarkdownNode = {
  type: string;
  value?: string;
  url?: string;
  alt?: string | null;
  children?: MarkdownNode[];
  data?: { hName: string; hProperties: Record<string, string> };
};

// Raw HTML, indented code, underlined headings and link definitions: each would hide or change text that a reviewer
// must see, and none is meant by a model that indents an equation or writes a sum above a line.
const disabled = ["htmlFlow", "htmlText", "codeIndented", "setextUnderline", "definition"];

// remark-parse reads the extensions of its grammar from here.
type Parser = { data: () => object };

/** A parser plugin: turns those constructs off. */
export function remarkLiteral(this: Parser): void {
  const data: { micromarkExtensions?: unknown[] } = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: disabled } }];
}

function inlineNodes(text: string): MarkdownNode[] {
  return splitInline(text).map((part): MarkdownNode => {
    if (part.kind === "break") return { type: "break" };
    if (part.kind === "formula") return span({ dataFormula: String(part.index) }, []);
    const words = { type: "text", value: part.text };
    return part.kind === "calculation" ? span({ dataCalculation: "" }, [words]) : words;
  });
}

// Emphasis by name only: `hName` makes it a span with the given attributes.
function span(hProperties: Record<string, string>, children: MarkdownNode[]): MarkdownNode {
  return { type: "emphasis", children, data: { hName: "span", hProperties } };
}

// Far more than anyone writes, far less than what overflows the stack when it is rendered.
const deepest = 60;

function rewrite(parent: MarkdownNode, formulas: readonly Formula[], depth: number): void {
  if (parent.children === undefined) return;
  if (depth > deepest) throw new RangeError("the Markdown is nested too deeply");
  parent.children = parent.children.flatMap((child) => {
    if (child.type === "text") return inlineNodes(child.value ?? "");
    if (child.value !== undefined) child.value = restoreFormulas(child.value, formulas);
    if (child.url !== undefined) child.url = restoreFormulas(child.url, formulas);
    if (typeof child.alt === "string") child.alt = restoreFormulas(child.alt, formulas);
    rewrite(child, formulas, depth + 1);
    return [child];
  });
}

/** A tree plugin: puts formulas, calculator marks and line breaks where the text has them. Throws on absurd nesting. */
export function remarkFormulas(formulas: readonly Formula[]): () => (tree: MarkdownNode) => void {
  return () => (tree) => rewrite(tree, formulas, 0);
}
