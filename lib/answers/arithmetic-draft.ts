import type { ProseToken } from "./arithmetic-reader.ts";

/** Where an expression may be cut short: the arithmetic up to here is complete. */
export type Cut = { readonly end: number; readonly spelling: string };

/**
 * Closed arithmetic in prose, as far as it reaches: tokens `from` up to `to` (the words behind its last number
 * included, `stop` is where the arithmetic itself ends), characters `start` up to `end`, and its canonical
 * spelling with percent signs left in. `cuts` are its first few beginnings that are complete in themselves.
 */
export type Piece = {
  readonly from: number;
  readonly stop: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly spelling: string;
  readonly operators: number;
  readonly cuts: readonly Cut[];
  /** What the numbers count, for those that say it. */
  readonly units: readonly string[];
  /** The words after its last number, if any, whether they still belong to it or not. */
  readonly tail: string;
  /** Numbers are added or subtracted. */
  readonly additive: boolean;
  /** Nothing in the wording leaves room for another reading. */
  readonly sure: boolean;
  /** The arithmetic itself can be read in two ways, as `1/2(3)` can. */
  readonly ambiguous: boolean;
};

const MAX_SPELLING = 1000;
const MAX_CUTS = 4;
/** A number behind a minus sign: -2^2 is -4, but many mean 4. */
const NEGATED = /(?:^|[-(*/+^])-[\d.]{1,40}$/;

/** A piece in the making. What was written after its last complete operand is left out in the end. */
export class Draft {
  readonly #cuts: Cut[] = [];
  readonly #units: string[] = [];
  #spelling = "";
  #start = -1;
  #operators = 0;
  #additive = false;
  #sure = true;
  #ambiguous = false;
  #divided = false;
  #lastSign = "";
  #complete: { stop: number; end: number; length: number; operators: number } | null = null;

  get empty(): boolean {
    return this.#start < 0;
  }

  get full(): boolean {
    return this.#spelling.length >= MAX_SPELLING;
  }

  get operators(): number {
    return this.#operators;
  }

  get spelling(): string {
    return this.#spelling;
  }

  /** The token after the last complete operand, or null where there is none. */
  get stop(): number | null {
    return this.#complete?.stop ?? null;
  }

  write(token: ProseToken, text: string = token.text): void {
    if (this.#start < 0) this.#start = token.start;
    this.#spelling += text;
  }

  sign(text: string, atTop: boolean): void {
    if (atTop) this.cut();
    if (text === "^" && NEGATED.test(this.#spelling.slice(-60))) this.#ambiguous = true;
    if (text === "/" && this.#lastSign === "/") this.#ambiguous = true;
    this.#spelling += text;
    this.#operators += 1;
    this.#additive ||= text === "+" || text === "-";
    this.#divided ||= text === "/";
    this.#lastSign = text;
  }

  /** An operation that has no sign: a root, a factorial, a fraction's line. */
  operation(): void {
    this.#operators += 1;
  }

  /** A factor without a sign before it. After a division it is open what is divided by. */
  juxtapose(fraction: boolean, doubtful: boolean, atTop: boolean): void {
    if (doubtful) this.#sure = false;
    if (this.#divided || fraction) this.#ambiguous = true;
    if (!fraction) this.#operators += 1;
    if (atTop) this.cut();
  }

  doubt(): void {
    this.#ambiguous = true;
  }

  unit(words: string, sure: boolean): void {
    this.#units.push(words);
    if (!sure) this.#sure = false;
  }

  cut(): void {
    const { length, end } = this.#complete ?? { length: 0, end: 0 };
    if (length > 0 && this.#cuts.length < MAX_CUTS) {
      this.#cuts.push({ end, spelling: this.#spelling.slice(0, length) });
    }
  }

  complete(stop: number, end: number): void {
    this.#complete = { stop, end, length: this.#spelling.length, operators: this.#operators };
  }

  /** The piece from token `from` on, with words up to token `to`; null where nothing was complete. */
  finish(from: number, to: number, tail: string): Piece | null {
    if (!this.#complete) return null;
    const { stop, end, length, operators } = this.#complete;
    return {
      from,
      stop,
      to,
      start: this.#start,
      end,
      spelling: this.#spelling.slice(0, length),
      operators,
      cuts: this.#cuts.filter((cut) => cut.end < end),
      units: this.#units,
      tail,
      additive: this.#additive,
      sure: this.#sure,
      ambiguous: this.#ambiguous,
    };
  }
}
