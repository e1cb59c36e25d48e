import { typedNumber } from "#components/ui/typed-number.ts";
import type { Scorer } from "#lib/scoring/contract/scorers.ts";
import type { ScoreKind } from "#lib/scoring/contract.ts";

export type PathScorer = Pick<Scorer, "name" | "kind" | "paths">;

/** As chosen and typed; null: not chosen yet. */
export interface OrdersForm {
  reward: string | null;
  critique: string | null;
  margin: string;
}

export const NEW_ORDERS: OrdersForm = { reward: null, critique: null, margin: "2" };

/** Scorers that have scored paths. */
export function pathScorers<One extends PathScorer>(scorers: readonly One[]): One[] {
  return scorers.filter(({ paths }) => paths > 0);
}

/** The form with the newest scorer of each kind where none was chosen. `scorers`: newest first. */
export function withNewest(form: OrdersForm, scorers: readonly PathScorer[]): OrdersForm {
  const newest = (kind: ScoreKind) => scorers.find((scorer) => scorer.kind === kind)?.name ?? null;
  return {
    ...form,
    reward: form.reward ?? newest("reward"),
    critique: form.critique ?? newest("critique"),
  };
}

/** What the form asks for; null while something is missing or wrong. */
export function readOrders({ reward, critique, margin }: OrdersForm): {
  orders: { reward: string; critique: string; margin: number } | null;
  marginError: string | null;
} {
  const { value, error } = typedNumber(margin, { min: 0, max: 9, whole: false });
  const isWhole = reward !== null && critique !== null && value !== null;
  return { orders: isWhole ? { reward, critique, margin: value } : null, marginError: error };
}
