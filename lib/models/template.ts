import type { Message, PromptText } from "./request.ts";

/** A prompt that a room asks with: its built-in words, which are version 0, and what may stand in it. */
export interface PromptDefinition {
  builtIn: PromptText;
  placeholders: readonly { name: string; required: boolean; meaning: string }[];
}

export type PromptDefinitions<P extends string> = Readonly<Record<P, PromptDefinition>>;

/** A placeholder that can't be filled in, and where it stands; or one that must stand somewhere and doesn't. */
export interface TemplateFault {
  part: keyof PromptText;
  /** Line and column of its first brace, both from 1; null for one that is missing. */
  place: { line: number; column: number } | null;
  name: string;
  message: string;
}

const PLACEHOLDER = /\{\{\s*([A-Za-z_][\w-]*)\s*\}\}/g;
const PARTS = ["system", "user"] as const;

/**
 * Puts values where {{name}} stands, as they are: braces in a value are no placeholders. Faults where a placeholder
 * has no value; then nothing is filled in.
 */
export function fillPrompt(
  prompt: PromptText,
  values: Readonly<Record<string, string>>,
): { ok: true; prompt: PromptText } | { ok: false; faults: TemplateFault[] } {
  const faults = strangers(prompt, new Set(Object.keys(values)));
  if (faults.length > 0) return { ok: false, faults };
  const fill = (text: string) => text.replace(PLACEHOLDER, (_whole, name: string) => values[name] ?? "");
  return { ok: true, prompt: { system: fill(prompt.system), user: fill(prompt.user) } };
}

/** What keeps a prompt from being used: placeholders that nobody knows, and required ones that stand nowhere. */
export function checkPrompt(
  prompt: PromptText,
  known: readonly { name: string; required: boolean }[],
): TemplateFault[] {
  const used = new Set(
    PARTS.flatMap((part) => [...prompt[part].matchAll(PLACEHOLDER)].map(([, name = ""]) => name)),
  );
  const missing = known.filter(({ name, required }) => required && !used.has(name));
  return [
    ...strangers(prompt, new Set(known.map(({ name }) => name))),
    ...missing.map(
      ({ name }): TemplateFault => ({
        part: "user",
        place: null,
        name,
        message: `{{${name}}} must stand somewhere in the prompt.`,
      }),
    ),
  ];
}

function strangers(prompt: PromptText, known: ReadonlySet<string>): TemplateFault[] {
  return PARTS.flatMap((part) =>
    [...prompt[part].matchAll(PLACEHOLDER)].flatMap((match): TemplateFault[] => {
      const [, name = ""] = match;
      if (known.has(name)) return [];
      const before = prompt[part].slice(0, match.index).split("\n");
      const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      const names = [...known].map((one) => `{{${one}}}`).join(", ");
      const message = `{{${name}}} in line ${place.line} of the ${part} prompt stands for nothing. Known: ${names || "none"}.`;
      return [{ part, place, name, message }];
    }),
  );
}

/** The messages that a prompt is sent as; a blank system prompt is left out, since some models know none. */
export function messagesOf(prompt: PromptText): Message[] {
  const system: Message[] = prompt.system.trim() === "" ? [] : [{ role: "system", content: prompt.system }];
  return [...system, { role: "user", content: prompt.user }];
}
