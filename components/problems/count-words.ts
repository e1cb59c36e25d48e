import { COUNT_LIMIT } from "#lib/api/operation.ts";

/** "1 problem", "1,319 problems"; "100,000+ problems" where the API has stopped counting. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  const number = count.toLocaleString("en");
  return `${number}${count >= COUNT_LIMIT ? "+" : ""} ${count === 1 ? one : many}`;
}
