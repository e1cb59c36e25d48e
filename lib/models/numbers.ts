import { z } from "zod";
import { jsonOf } from "./answer.ts";

const rows = z.array(z.array(z.number()));

/** Numbers as a recorded reply of a scoring or embedding endpoint holds them: a row for each of `count` texts; null where it doesn't. */
export function numbersOf(reply: string, count: number): number[][] | null {
  const read = rows.safeParse(jsonOf(reply));
  return read.success && read.data.length === count ? read.data : null;
}
