import type { Prompt, PromptSet } from "#lib/models/contract/prompts.ts";

interface Words {
  system: string;
  user: string;
}

/** A room's prompts: what they are for, and how they are read, saved and tried. */
export interface PromptRoom {
  back: { href: string; label: string };
  purposes: readonly { value: string; label: string }[];
  query: { queryKey: readonly unknown[]; queryFn: () => Promise<PromptSet[]> };
  save(input: Words & { purpose: string; base: number }): Promise<Prompt>;
  preview(input: Words & { purpose: string }): Promise<Words>;
}
