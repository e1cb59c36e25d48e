import { type DropReason, dropReason } from "./contract.ts";

export interface Dropped {
  reason: DropReason;
  count: number;
}

/** Counts of dropped rows in the order in which the reasons are tried. */
export function inReasonOrder(dropped: readonly Dropped[]): Dropped[] {
  const place = ({ reason }: Dropped) => dropReason.options.indexOf(reason);
  return dropped.toSorted((one, other) => place(one) - place(other));
}
