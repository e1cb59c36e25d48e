import type { Template } from "#lib/instructions/contract/variation.ts";
import { withSettings } from "#lib/instructions/variation/check-template.ts";
import { parseConstraint } from "#lib/instructions/variation/constraint.ts";

/** A parameter's row as it is typed. */
export interface TypedParameter {
  name: string;
  varies: boolean;
  min: string;
  max: string;
  step: string;
}

export interface TypedTemplate {
  parameters: readonly TypedParameter[];
  /** One constraint a line. */
  constraints: string;
}

export interface ReadTemplate {
  /** What was typed; null while something in it is wrong. */
  template: Template | null;
  /** By a parameter's name. */
  parameterFaults: ReadonlyMap<string, string>;
  constraintFaults: readonly { line: number; message: string }[];
  /** What is wrong with the template as a whole. */
  fault: string | null;
}

const MOST_CONSTRAINTS = 20;

export function typedTemplate({ parameters, constraints }: Template): TypedTemplate {
  return {
    parameters: parameters.map(({ name, varies, min, max, step }) => ({
      name,
      varies,
      min: String(min),
      max: String(max),
      step: String(step),
    })),
    constraints: constraints.join("\n"),
  };
}

/** Is what was typed what the template says? */
export function isTouched(template: Template, typed: TypedTemplate): boolean {
  return JSON.stringify(typedTemplate(template)) !== JSON.stringify(typed);
}

function numberIn(typed: string): number {
  return typed.trim() === "" ? Number.NaN : Number(typed);
}

/** Reads what was typed into a template's form, with all that is wrong in words. */
export function readTemplate(made: Template, typed: TypedTemplate): ReadTemplate {
  const rows = new Map(typed.parameters.map((row) => [row.name, row]));
  const parameters = made.parameters.map((own) => {
    const row = rows.get(own.name);
    if (!row?.varies) return { ...own, varies: false };
    return { ...own, varies: true, min: numberIn(row.min), max: numberIn(row.max), step: numberIn(row.step) };
  });
  const parameterFaults = new Map<string, string>();
  for (const parameter of parameters) {
    const alone = { ...made, parameters: [parameter], constraints: [] };
    const { fault } = withSettings({ ...made, parameters: [parameter] }, alone);
    if (fault) parameterFaults.set(parameter.name, fault.message);
  }
  const names = parameters.map(({ name }) => name);
  const lines = typed.constraints.split("\n").map((text, at) => ({ text: text.trim(), line: at + 1 }));
  const written = lines.filter(({ text }) => text !== "");
  const constraintFaults = written.flatMap(({ text, line }) => {
    const read = parseConstraint(text, names);
    return read.ok ? [] : [{ line, message: read.message }];
  });
  const nothing = parameters.some(({ varies }) => varies) ? null : "Let at least one number vary.";
  const many = written.length > MOST_CONSTRAINTS ? `At most ${MOST_CONSTRAINTS} constraints fit.` : null;
  const fault = nothing ?? many;
  const isRight = parameterFaults.size === 0 && constraintFaults.length === 0 && fault === null;
  const template = isRight ? { ...made, parameters, constraints: written.map(({ text }) => text) } : null;
  return { template, parameterFaults, constraintFaults, fault };
}
