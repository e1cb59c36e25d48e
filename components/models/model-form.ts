import { typedNumber } from "#components/ui/typed-number.ts";
import { usesOf } from "#lib/models/contract/protocols.ts";
import {
  type EndpointSettings,
  endpointSettings,
  type ModelEndpoint,
  type ModelUse,
  type Protocol,
  type StructuredOutput,
} from "#lib/models/contract.ts";

/** A model's settings as they are typed. */
export interface ModelForm {
  name: string;
  baseUrl: string;
  protocol: Protocol;
  model: string;
  uses: readonly ModelUse[];
  temperature: string;
  topP: string;
  maxTokens: string;
  extra: string;
  inputPrice: string;
  outputPrice: string;
  concurrency: string;
  requestsPerMinute: string;
  tokensPerMinute: string;
  timeoutSeconds: string;
  structuredOutput: StructuredOutput;
  /** keep: as it is, also where there is none; set: to what was typed; remove: none from now on. */
  key: { kind: "keep" } | { kind: "set"; typed: string } | { kind: "remove" };
}

export type FormErrors = Partial<Record<keyof ModelForm, string>>;

export const FIRST_MODEL_FORM: ModelForm = {
  name: "",
  baseUrl: "",
  protocol: "chat",
  model: "",
  uses: ["generator"],
  temperature: "",
  topP: "",
  maxTokens: "2048",
  extra: "",
  inputPrice: "0",
  outputPrice: "0",
  concurrency: "4",
  requestsPerMinute: "",
  tokensPerMinute: "",
  timeoutSeconds: "120",
  structuredOutput: "auto",
  key: { kind: "set", typed: "" },
};

const typed = (value: number | null | undefined) =>
  value === null || value === undefined ? "" : String(value);

export function formOf(model: ModelEndpoint): ModelForm {
  const { temperature, topP, maxTokens, extra } = model.parameters;
  return {
    name: model.name,
    baseUrl: model.baseUrl,
    protocol: model.protocol,
    model: model.model,
    uses: model.uses,
    temperature: typed(temperature),
    topP: typed(topP),
    maxTokens: typed(maxTokens),
    extra: Object.keys(extra).length === 0 ? "" : JSON.stringify(extra, null, 2),
    inputPrice: typed(model.inputPrice),
    outputPrice: typed(model.outputPrice),
    concurrency: typed(model.concurrency),
    requestsPerMinute: typed(model.requestsPerMinute),
    tokensPerMinute: typed(model.tokensPerMinute),
    timeoutSeconds: typed(model.timeoutSeconds),
    structuredOutput: model.structuredOutput,
    key: model.keyHint === null ? { kind: "set", typed: "" } : { kind: "keep" },
  };
}

/** The form with another way to speak to the endpoint: uses that don't fit go, and the only one that does is chosen. */
export function withProtocol(form: ModelForm, protocol: Protocol): ModelForm {
  const fitting = usesOf(protocol);
  const kept = form.uses.filter((use) => fitting.includes(use));
  return { ...form, protocol, uses: kept.length === 0 && fitting.length === 1 ? fitting : kept };
}

const NUMBERS = {
  temperature: { min: 0, max: 2, whole: false, optional: true },
  topP: { min: 0.001, max: 1, whole: false, optional: true },
  maxTokens: { min: 1, max: 1_000_000 },
  inputPrice: { min: 0, max: 1_000_000, whole: false },
  outputPrice: { min: 0, max: 1_000_000, whole: false },
  concurrency: { min: 1, max: 256 },
  requestsPerMinute: { min: 1, max: 1_000_000, optional: true },
  tokensPerMinute: { min: 1, max: 1_000_000_000, optional: true },
  timeoutSeconds: { min: 1, max: 3600 },
} as const;

export type NumberField = keyof typeof NUMBERS;

export interface ReadModel {
  settings: EndpointSettings;
  /** Left out where the key stays as it is. */
  key?: string | null;
}

/** What the form says, or, by field, what is wrong with it. */
export function readModel(form: ModelForm): { value: ReadModel | null; errors: FormErrors } {
  const errors: FormErrors = {};
  const number = (name: NumberField): number | null => {
    const { value, error } = typedNumber(form[name], NUMBERS[name]);
    if (error !== null) errors[name] = error;
    return value;
  };
  const [temperature, topP] = [number("temperature"), number("topP")];
  const extra = readExtra(form.extra);
  if (extra === null) errors.extra = 'Type a JSON object, such as {"top_k": 20}.';
  const parsed = endpointSettings.safeParse({
    name: form.name,
    baseUrl: form.baseUrl.trim(),
    protocol: form.protocol,
    model: form.model,
    uses: [...form.uses],
    parameters: {
      ...(temperature === null ? {} : { temperature }),
      ...(topP === null ? {} : { topP }),
      maxTokens: number("maxTokens") ?? undefined,
      extra: extra ?? {},
    },
    inputPrice: number("inputPrice"),
    outputPrice: number("outputPrice"),
    concurrency: number("concurrency"),
    requestsPerMinute: number("requestsPerMinute"),
    tokensPerMinute: number("tokensPerMinute"),
    structuredOutput: form.structuredOutput,
    timeoutSeconds: number("timeoutSeconds"),
  });
  for (const issue of parsed.error?.issues ?? []) {
    const [first] = issue.path;
    if (first === "name" || first === "baseUrl" || first === "model") errors[first] ??= issue.message;
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { value: null, errors };
  return { value: { settings: parsed.data, ...readKey(form.key) }, errors };
}

function readKey(key: ModelForm["key"]): { key?: string | null } {
  if (key.kind === "remove") return { key: null };
  const text = key.kind === "set" ? key.typed.trim() : "";
  return text === "" ? {} : { key: text };
}

function readExtra(text: string): Record<string, unknown> | null {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The form's field that a server's answer is about. */
export function fieldOf(name: string | undefined): keyof ModelForm | null {
  const last = name?.replace(/^settings\./, "").replace(/^parameters\.(\w+).*$/, "$1");
  return last !== undefined && Object.hasOwn(FIRST_MODEL_FORM, last) ? (last as keyof ModelForm) : null; // checked by hasOwn
}
