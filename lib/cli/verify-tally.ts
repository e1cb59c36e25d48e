import { inOneLine, type VerifyLine } from "./verify-line.ts";

const VERDICTS = ["correct", "incorrect", "unverifiable", "error"] as const;

/** Counts the lines of `lemma verify`, for what it says at its end. */
export class Tally {
  count = 0;
  /** What to say where the sandbox or SymPy was needed and wasn't there. */
  unavailable: string | null = null;
  readonly #verdicts = new Map<string | null, number>();

  add(lines: readonly VerifyLine[], unavailable: string | null): void {
    this.count += lines.length;
    this.unavailable ??= unavailable === null ? null : `Not all could be verified: ${inOneLine(unavailable)}`;
    for (const { verdict } of lines) this.#verdicts.set(verdict, this.#of(verdict) + 1);
  }

  summary(milliseconds: number): string {
    const words = VERDICTS.map((verdict) => `${this.#of(verdict).toLocaleString("en")} ${verdict}`);
    const unreadable = this.#of(null);
    return [
      `${this.count.toLocaleString("en")} lines: ${words.join(", ")}`,
      ...(unreadable > 0 ? [`${unreadable.toLocaleString("en")} unreadable`] : []),
      `${(milliseconds / 1000).toFixed(1)} s`,
    ].join(", ");
  }

  #of(verdict: string | null): number {
    return this.#verdicts.get(verdict) ?? 0;
  }
}
