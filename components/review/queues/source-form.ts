import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { PAIR_STATES } from "#components/pairs/pair-words.ts";
import { PATH_KINDS } from "#components/paths/kind-words.ts";
import { VERDICT_STATES } from "#components/paths/verdict-words.ts";
import { typedNumber } from "#components/ui/typed-number.ts";
import { pairOrigin } from "#lib/pairs/contract.ts";
import { origin, split } from "#lib/problems/contract.ts";
import { type QueueSource, queueSource } from "#lib/review/contract/queues.ts";
import { taskKind } from "#lib/review/contract.ts";

export const ANY = "any";

/** Where a queue's units come from as it is typed, and as it stands in the URL, read by the page and by the screen. */
export const sourceParams = {
  kind: parseAsStringLiteral(taskKind.options).withDefault("pair"),
  q: parseAsString.withDefault(""),
  /** Of pairs. An empty policy is any. */
  state: parseAsStringLiteral([...PAIR_STATES, ANY]).withDefault("open"),
  from: parseAsStringLiteral([...pairOrigin.options, ANY]).withDefault(ANY),
  policy: parseAsString.withDefault(""),
  hard: parseAsBoolean.withDefault(false),
  /** Of paths. Null: any model; empty: people. */
  verdict: parseAsStringLiteral([...VERDICT_STATES, ANY]).withDefault(ANY),
  style: parseAsStringLiteral([...PATH_KINDS, ANY]).withDefault(ANY),
  model: parseAsString,
  paths: parseAsString.withDefault("4"),
  perProblem: parseAsString.withDefault("4"),
  /** Of problems. */
  origin: parseAsStringLiteral([...origin.options, ANY]).withDefault("seed"),
  split: parseAsStringLiteral([...split.options, ANY]).withDefault(ANY),
  tag: parseAsString.withDefault(""),
};

export type SourceForm = inferParserType<typeof sourceParams>;

export const loadSourceForm = createLoader(sourceParams);

/** Adds a form to an address; what is as usual is left out. */
export const withSourceForm = createSerializer(sourceParams);

export type SourceField = "paths" | "perProblem";

const given = <Value extends string>(value: Value | typeof ANY) => (value === ANY ? undefined : value);
const words = (text: string) => (text.trim() === "" ? undefined : text.trim().slice(0, 200));

/** The source that a form means, or null with what is wrong at its fields. Fields of other kinds don't count. */
export function readSource(form: SourceForm): {
  source: QueueSource | null;
  errors: Record<SourceField, string | null>;
} {
  const paths = typedNumber(form.paths, { min: 2, max: 9 });
  const perProblem = typedNumber(form.perProblem, { min: 1, max: 64 });
  const errors = {
    paths: form.kind === "ranking" ? paths.error : null,
    perProblem: form.kind === "score" || form.kind === "first_wrong" ? perProblem.error : null,
  };
  if (errors.paths !== null || errors.perProblem !== null) return { source: null, errors };
  const parsed = queueSource.safeParse(rawSource(form, paths.value, perProblem.value));
  return { source: parsed.success ? parsed.data : null, errors };
}

function rawSource(form: SourceForm, paths: number | null, perProblem: number | null) {
  const { kind, q } = form;
  const hard = form.hard ? true : undefined;
  switch (kind) {
    case "pair":
      return {
        kind,
        filter: defined({ q: words(q), state: given(form.state), origin: given(form.from) }),
        policy: form.policy === "" ? null : form.policy,
        hardOnly: form.hard,
      };
    case "seed":
      return {
        kind,
        problems: defined({
          q: words(q),
          origin: given(form.origin),
          split: given(form.split),
          tag: words(form.tag),
          hard,
        }),
      };
    default:
      return {
        kind,
        filter: defined({
          q: words(q),
          verdict: given(form.verdict),
          kind: given(form.style),
          model: form.model ?? undefined,
          hard,
        }),
        ...(kind === "ranking" ? { paths } : { perProblem }),
      };
  }
}

/** Without the keys that have no value: so that equal sources are equal as JSON and as query keys. */
function defined(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
