/** What a colour says. Never the only bearer of the meaning: a word or a shape goes with it. */
export type Tone = "neutral" | "accent" | "good" | "bad" | "warn";

export const toneText: Record<Tone, string> = {
  neutral: "text-ink-muted",
  accent: "text-accent-text",
  good: "text-good",
  bad: "text-bad",
  warn: "text-warn",
};

export const toneSoft: Record<Tone, string> = {
  neutral: "bg-hover text-ink-muted",
  accent: "bg-accent-soft text-accent-text",
  good: "bg-good-soft text-good",
  bad: "bg-bad-soft text-bad",
  warn: "bg-warn-soft text-warn",
};

export const toneFill: Record<Tone, string> = {
  neutral: "bg-ink-faint",
  accent: "bg-accent",
  good: "bg-good",
  bad: "bg-bad",
  warn: "bg-warn",
};
