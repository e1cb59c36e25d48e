import type { BlockResult, Execution } from "#lib/python/contract.ts";

/** What the last block of a program gave, as a notebook shows it, and whether it broke off. */
export function lastOutput(execution: Execution): { text: string; failed: boolean } {
  const block: BlockResult | undefined = execution.blocks.at(-1);
  const { stdout, value, error } = block ?? execution;
  const shown = [stdout.trimEnd(), stdout.trim() === "" ? (value ?? "") : "", error?.message ?? ""];
  return { text: shown.filter((part) => part !== "").join("\n"), failed: error !== null };
}
