import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { type UnitState, unitState } from "#lib/review/contract/queues.ts";

export const QUEUE_VIEWS = ["overview", "units", "agreement", "reviewers"] as const;

export const UNIT_LISTS = [...unitState.options, "gold", "all"] as const;
export type UnitList = (typeof UNIT_LISTS)[number];

/** A queue's page as it stands in the URL, read by the page and by the screen. */
export const queueParams = {
  view: parseAsStringLiteral(QUEUE_VIEWS).withDefault("overview"),
  units: parseAsStringLiteral(UNIT_LISTS).withDefault("disputed"),
};

export type QueueParams = inferParserType<typeof queueParams>;

export const loadQueueParams = createLoader(queueParams);

export interface UnitFilter {
  state?: UnitState;
  gold?: boolean;
}

/** A list of units as the API takes it. Gold units are in the lists of their own and of all alone. */
export function unitFilterOf(list: UnitList): UnitFilter {
  if (list === "all") return {};
  return list === "gold" ? { gold: true } : { state: list, gold: false };
}
