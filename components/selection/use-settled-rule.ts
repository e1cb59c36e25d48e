import { useMemo, useState } from "react";
import { useSettled } from "#components/ui/use-settled.ts";
import { type SelectionRule, selectionRule } from "#lib/selection/contract.ts";

const SETTLED_MS = 300;

/** The rule once nobody has typed for a while; where it can't be read, the last one that could. */
export function useSettledRule(rule: SelectionRule | null): SelectionRule {
  // As text: a rule is read anew at each rendering, and would never come to rest.
  const settled = useSettled(rule === null ? null : JSON.stringify(rule), SETTLED_MS);
  const [last, setLast] = useState(settled);
  if (settled !== null && settled !== last) setLast(settled);
  return useMemo(() => selectionRule.parse(last === null ? {} : JSON.parse(last)), [last]);
}
