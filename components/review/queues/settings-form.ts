import { typedNumber } from "#components/ui/typed-number.ts";
import {
  type NewQueue,
  newQueue,
  type QueueSettings,
  type QueueSource,
  queueSettings,
  type SkipPolicy,
} from "#lib/review/contract/queues.ts";
import { deadlineText, typedDeadline } from "./deadline-text.ts";

/** A queue's settings as they are typed. `goldShare`: per cent. */
export interface SettingsForm {
  name: string;
  instructions: string;
  overlap: string;
  extra: string;
  skipPolicy: SkipPolicy;
  goldShare: string;
  hidesVerdict: boolean;
  target: string;
  deadline: string;
  leaseMinutes: string;
}

export type SettingsField =
  | "name"
  | "overlap"
  | "extra"
  | "goldShare"
  | "target"
  | "deadline"
  | "leaseMinutes";

export function settingsFormOf(settings: QueueSettings): SettingsForm {
  const { name, instructions, overlap, extra, skipPolicy, goldShare, hidesVerdict, target } = settings;
  return {
    name,
    instructions,
    overlap: String(overlap),
    extra: String(extra),
    skipPolicy,
    goldShare: String(Math.round(10_000 * goldShare) / 100),
    hidesVerdict,
    target: target === null ? "" : String(target),
    deadline: deadlineText(settings.deadline),
    leaseMinutes: String(settings.leaseMinutes),
  };
}

export const NEW_SETTINGS: SettingsForm = {
  ...settingsFormOf(queueSettings.parse({ name: "new" })),
  name: "",
};

/** The settings that a form means, or null with what is wrong at its fields. An empty name is wrong, but not said so. */
export function readSettings(form: SettingsForm): {
  settings: QueueSettings | null;
  errors: Record<SettingsField, string | null>;
} {
  const overlap = typedNumber(form.overlap, { min: 1, max: 20 });
  const extra = typedNumber(form.extra, { min: 0, max: 10 });
  const goldShare = typedNumber(form.goldShare, { min: 0, max: 50, whole: false });
  const target = typedNumber(form.target, { min: 1, max: 10_000_000, optional: true });
  const leaseMinutes = typedNumber(form.leaseMinutes, { min: 1, max: 240 });
  const deadline = typedDeadline(form.deadline);
  const errors = {
    name: form.name.trim().length > 80 ? "At most 80 characters." : null,
    overlap: overlap.error,
    extra: extra.error,
    goldShare: goldShare.error,
    target: target.error,
    deadline: deadline.error,
    leaseMinutes: leaseMinutes.error,
  };
  const parsed = queueSettings.safeParse({
    name: form.name,
    instructions: form.instructions,
    overlap: overlap.value,
    extra: extra.value,
    skipPolicy: form.skipPolicy,
    goldShare: goldShare.value === null ? null : goldShare.value / 100,
    hidesVerdict: form.hidesVerdict,
    target: target.value,
    deadline: deadline.value,
    leaseMinutes: leaseMinutes.value,
  });
  const isRight = parsed.success && Object.values(errors).every((error) => error === null);
  return { settings: isRight ? parsed.data : null, errors };
}

/** What can be said of a queue only when it is made, as it is typed. */
export interface MakingForm {
  order: NewQueue["order"];
  limit: string;
  gold: string;
  takesIn: boolean;
}

export const NEW_MAKING: MakingForm = { order: "random", limit: "10000", gold: "0", takesIn: false };

export type MakingField = "limit" | "gold";

/**
 * The queue that the forms mean, or null with what is wrong. Gold units and taking in are of pairs alone, and so is
 * the order by closeness: of other kinds they don't count.
 */
export function readNewQueue(
  settings: QueueSettings | null,
  source: QueueSource | null,
  form: MakingForm,
): { queue: NewQueue | null; errors: Record<MakingField, string | null> } {
  const isPairs = source?.kind === "pair";
  const limit = typedNumber(form.limit, { min: 1, max: 200_000 });
  const gold = typedNumber(form.gold, { min: 0, max: 1000 });
  const errors = { limit: limit.error, gold: isPairs ? gold.error : null };
  if (settings === null || source === null || Object.values(errors).some((error) => error !== null)) {
    return { queue: null, errors };
  }
  const parsed = newQueue.safeParse({
    ...settings,
    source,
    order: form.order === "closest" && !isPairs ? "random" : form.order,
    limit: limit.value,
    gold: isPairs ? gold.value : 0,
    takesIn: isPairs && form.takesIn,
  });
  return { queue: parsed.success ? parsed.data : null, errors };
}
