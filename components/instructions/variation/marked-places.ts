import type { SpanDecoration } from "#components/ui/monaco/monaco-decorations.ts";
import type { Template } from "#lib/instructions/contract/variation.ts";

/** A stretch of a text: as it is, or a parameter's number. */
export interface Stretch {
  start: number;
  text: string;
  parameter: string | null;
  varies: boolean;
}

type Of = "statement" | "program";

function placesOf(template: Template, of: Of) {
  return template.parameters
    .flatMap((parameter) =>
      parameter[of].map((place) => ({ ...place, ...{ name: parameter.name, varies: parameter.varies } })),
    )
    .toSorted((a, b) => a.start - b.start);
}

/** The statement cut where numbers of parameters begin and end; its stretches joined are the statement. */
export function stretchesOf(template: Template): Stretch[] {
  const { statement } = template;
  const stretches: Stretch[] = [];
  let from = 0;
  const push = (end: number, parameter: string | null, varies: boolean) => {
    if (end > from) stretches.push({ start: from, text: statement.slice(from, end), parameter, varies });
    from = Math.max(from, end);
  };
  for (const { start, end, name, varies } of placesOf(template, "statement")) {
    push(start, null, false);
    push(end, name, varies);
  }
  push(statement.length, null, false);
  return stretches;
}

/** Marks for the numbers of the program that vary. */
export function programMarks(template: Template): SpanDecoration[] {
  const at = (offset: number) => {
    const before = template.program.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  return placesOf(template, "program")
    .filter(({ varies }) => varies)
    .map(({ start, end, name }) => {
      const [first, last] = [at(start), at(end)];
      return {
        startLine: first.line,
        startColumn: first.column,
        endLine: last.line,
        endColumn: last.column,
        className: "mt-mark",
        hover: name,
      };
    });
}
