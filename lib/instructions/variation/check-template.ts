import type { Template, TemplateParameter } from "../contract/variation.ts";
import { parseConstraint } from "./constraint.ts";
import { statementNumbers } from "./statement-numbers.ts";

/** What can't be used in a template, with the field that it is about. */
export interface TemplateFault {
  field: string;
  message: string;
}

/** The most values that a range may hold. */
const MOST_CHOICES = 1_000_000;

/** Only values that the statement can write: not below 0, and with no more decimals than its own number. */
function rangeFault({ name, min, max, step, varies }: TemplateParameter, decimals: number): string | null {
  if (!varies) return null;
  if (![min, max, step].every(Number.isFinite)) return `Give ${name} numbers for its range and step.`;
  if (min < 0) return `${name} can't be below 0: its sign stays as the statement has it.`;
  if (min > max) return `The least value of ${name} is greater than the most.`;
  if (step <= 0) return `The step of ${name} must be greater than 0.`;
  if ((max - min) / step > MOST_CHOICES) return `The range of ${name} holds too many steps.`;
  const unit = 10 ** -decimals;
  const fits = (value: number) => Math.abs(value / unit - Math.round(value / unit)) < 1e-6;
  if (fits(min) && fits(step)) return null;
  return decimals === 0
    ? `${name} is a whole number: so must be its least value and its step.`
    : `${name} has ${decimals} decimals: its least value and its step can't have more.`;
}

/**
 * Lays the ranges and constraints that a person set over a template that was just made of the seed. Only these are
 * taken: where numbers stand is told by the statement and the program alone. The first fault where they can't be used;
 * with field "template" where they are for another statement or program.
 */
export function withSettings(
  made: Template,
  set: Template,
): { template: Template; fault: null } | { template: null; fault: TemplateFault } {
  const bad = (field: string, message: string) => ({ template: null, fault: { field, message } });
  if (set.statement !== made.statement || set.program !== made.program) {
    return bad("template", "The problem or its program has changed since this was loaded. Load it again.");
  }
  const numbers = statementNumbers(made.statement);
  const parameters: TemplateParameter[] = [];
  for (const own of made.parameters) {
    const given = set.parameters.find(({ name }) => name === own.name);
    if (!given) return bad("template", `The parameter ${own.name} is missing. Load the template again.`);
    const { varies, min, max, step } = given;
    const number = numbers.find(({ start }) => start === own.statement[0]?.start);
    const message = rangeFault(given, number?.decimals ?? 0);
    if (message !== null) return bad(`parameters.${own.name}`, message);
    parameters.push({ ...own, varies, min, max, step });
  }
  const names = parameters.map(({ name }) => name);
  for (const [at, text] of set.constraints.entries()) {
    const read = parseConstraint(text, names);
    if (!read.ok) return bad(`constraints.${at}`, read.message);
  }
  return { template: { ...made, parameters, constraints: set.constraints }, fault: null };
}
