import { type TypedNumber, typedNumber } from "#components/ui/typed-number.ts";
import { type FilterForm, readFilter } from "./filter-form.ts";

/** The settings of a Self-Instruct run as they are typed. */
export interface InstructForm {
  model: string | null;
  /** Null: the same as `model`. */
  solver: string | null;
  subdomains: string[];
  wanted: string;
  perCall: string;
  seeds: string;
  instructions: string;
  solutions: string;
  budget: string;
  calls: string;
  temperature: string;
  seed: string;
  stem: boolean;
}

export const FIRST_INSTRUCT_FORM: InstructForm = {
  model: null,
  solver: null,
  subdomains: [],
  wanted: "100",
  perCall: "4",
  seeds: "6",
  instructions: "2",
  solutions: "1",
  budget: "",
  calls: "1000",
  temperature: "",
  seed: "1",
  stem: false,
};

const RULES = {
  wanted: { min: 1, max: 1_000_000 },
  perCall: { min: 1, max: 20 },
  seeds: { min: 1, max: 20 },
  instructions: { min: 0, max: 20 },
  solutions: { min: 1, max: 5 },
  budget: { min: 0, max: 1_000_000, whole: false, optional: true },
  calls: { min: 1, max: 10_000_000 },
  temperature: { min: 0, max: 2, whole: false, optional: true },
  seed: { min: 0, max: 2_147_483_647 },
} as const;

export type NumberField = keyof typeof RULES;

/** What a run would be started with; `value` is null while something is missing or wrong. */
export function readInstruct(form: InstructForm, filter: FilterForm) {
  const errors: Partial<Record<NumberField, string>> = {};
  const number = (name: NumberField): number | null => {
    const read: TypedNumber = typedNumber(form[name], RULES[name]);
    if (read.error !== null) errors[name] = read.error;
    return read.value;
  };
  const numbers = {
    wanted: number("wanted") ?? 0,
    perCall: number("perCall") ?? 0,
    seeds: number("seeds") ?? 0,
    instructions: number("instructions") ?? 0,
    solutions: number("solutions") ?? 0,
    budget: number("budget"),
    calls: number("calls") ?? 0,
    temperature: number("temperature"),
    seed: number("seed") ?? 0,
  };
  const filtering = readFilter(filter).value;
  const whole = Object.keys(errors).length === 0 && filtering !== null && form.model !== null;
  return {
    errors,
    value: whole
      ? {
          ...numbers,
          ...filtering,
          model: Number(form.model),
          solver: form.solver === null ? null : Number(form.solver),
          subdomains: form.subdomains,
          stem: form.stem,
        }
      : null,
  };
}
