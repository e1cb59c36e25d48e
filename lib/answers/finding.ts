export type Outcome = "equal" | "different" | "undecided";
export type Method = "literal" | "numeric" | "symbolic";

/** What comparing two answers, or two elements of them, came to. `note` says why, where the answers alone don't. */
export type Finding = { readonly outcome: Outcome; readonly method: Method; readonly note: string | null };

export function finding(outcome: Outcome, method: Method, note: string | null = null): Finding {
  return { outcome, method, note };
}

export const undecided = (note: string | null = null): Finding => finding("undecided", "symbolic", note);

/** All must hold: one difference is enough to differ, and one doubt is enough to doubt. */
export function allOf(findings: readonly Finding[]): Finding {
  const decisive =
    findings.find((each) => each.outcome === "different") ??
    findings.find((each) => each.outcome === "undecided");
  if (decisive) return decisive;
  return finding("equal", findings.some((each) => each.method === "numeric") ? "numeric" : "literal");
}
