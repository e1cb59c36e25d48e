import type { ExpressionToken } from "./expression-tokens.ts";

/** A place in a list of tokens, for the parts of the parser to share. */
export class Cursor {
  readonly #tokens: readonly ExpressionToken[];
  #at = 0;

  constructor(tokens: readonly ExpressionToken[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  next(ahead = 0): ExpressionToken | undefined {
    return this.#tokens[this.#at + ahead];
  }

  /** Has the cursor just passed this? */
  follows(kind: ExpressionToken["kind"], name: string): boolean {
    const token = this.#tokens[this.#at - 1];
    if (token?.kind !== kind) return false;
    return token.kind === "symbol" ? token.text === name : token.kind === "constant" && token.name === name;
  }

  /** The sign or bracket that stands there, or null. */
  symbol(ahead = 0): string | null {
    const token = this.next(ahead);
    return token?.kind === "symbol" ? token.text : null;
  }

  skip(count = 1): void {
    this.#at += count;
  }

  /** Goes past this sign or bracket, if it stands here. */
  take(text: string): boolean {
    if (this.symbol() !== text) return false;
    this.#at += 1;
    return true;
  }
}
