import { Draft, type Piece } from "./arithmetic-draft.ts";
import { phraseEnd, readPhrase, spokenSign, startsOperand } from "./arithmetic-phrases.ts";
import type { ProseToken } from "./arithmetic-reader.ts";
import { isOf } from "./arithmetic-words.ts";
import { type Steps, spend } from "./steps.ts";

/** What stands before "of" and makes it a product: a percentage, a fraction, a decimal below one. */
const PART = /(?:%|\/\d+|\}|(?:^|[-+*/(])0?\.\d+)$/;

type Frame = "group" | "first" | "last";

/** Reads one piece, from a given token on, from left to right. */
export class Scanner {
  readonly #tokens: readonly ProseToken[];
  readonly #groups: ReadonlySet<number>;
  readonly #from: number;
  readonly #frames: Frame[] = [];
  readonly #draft = new Draft();
  #at: number;
  #expect = true;

  constructor(tokens: readonly ProseToken[], groups: ReadonlySet<number>, from: number) {
    this.#tokens = tokens;
    this.#groups = groups;
    this.#from = from;
    this.#at = from;
  }

  /** The piece that begins here, if any, and the token to go on with. */
  scan(steps: Steps): { piece: Piece | null; next: number } {
    while (spend(steps, 1) && !this.#draft.full && (this.#expect ? this.#operand() : this.#after()));
    const { stop } = this.#draft;
    if (stop === null) return { piece: null, next: Math.max(this.#at, this.#from + 1) };
    const tail = readPhrase(this.#tokens, stop, phraseEnd(this.#tokens, stop)).words;
    const to = this.#trailing(stop);
    return { piece: this.#draft.finish(this.#from, to, tail), next: Math.max(to, this.#from + 1) };
  }

  get #token(): ProseToken | undefined {
    return this.#tokens[this.#at];
  }

  get #atTop(): boolean {
    return this.#frames.length === 0;
  }

  #write(token: ProseToken, text?: string): true {
    this.#draft.write(token, text);
    this.#at += 1;
    return true;
  }

  #open(frame: Frame, token: ProseToken): true {
    this.#frames.push(frame);
    return this.#write(token);
  }

  #skipQuiet(): void {
    while (this.#token?.kind === "quiet" || this.#token?.kind === "mark") this.#at += 1;
  }

  #finishOperand(token: ProseToken): true {
    this.#expect = false;
    if (this.#atTop) this.#draft.complete(this.#at, token.end);
    return true;
  }

  #operand(): boolean {
    const before = this.#at;
    this.#skipQuiet();
    const token = this.#token;
    if (!token) return false;
    if (token.kind === "number" || (token.kind === "command" && token.text === "\\pi ")) {
      this.#write(token);
      return this.#finishOperand(token);
    }
    if (token.kind === "operator" && (token.text === "-" || token.text === "+")) return this.#write(token);
    if (token.kind === "open" && this.#groups.has(this.#at)) return this.#open("group", token);
    if (token.kind === "command") return this.#command(token);
    if (token.kind === "argument" && this.#draft.spelling.endsWith("^")) return this.#open("last", token);
    if (this.#draft.empty) this.#at = before;
    return false;
  }

  #command(token: ProseToken): boolean {
    const fraction = token.text === "\\frac";
    this.#write(token);
    if (!fraction) this.#draft.operation();
    const next = this.#token;
    if (next?.kind === "argument") return this.#open(fraction ? "first" : "last", next);
    const bracket = !fraction && next?.kind === "open" && this.#groups.has(this.#at);
    return bracket && this.#open("group", next);
  }

  #binary(text: string, count: number): true {
    this.#draft.sign(text, this.#atTop);
    this.#at += count;
    this.#expect = true;
    return true;
  }

  #after(): boolean {
    const at = this.#at;
    this.#skipQuiet();
    const token = this.#token;
    if (!token) return false;
    if (token.kind === "operator" && token.text === "!") {
      this.#draft.operation();
      this.#write(token);
      return this.#finishOperand(token);
    }
    if (token.kind === "operator") return this.#binary(token.text, 1);
    if (token.kind === "percent" || token.kind === "degree") {
      this.#write(token, token.kind === "percent" ? "%" : "");
      return this.#finishOperand(token);
    }
    if (token.kind === "close" || token.kind === "end-argument") return this.#close(token);
    if (token.kind === "open" || token.kind === "command") return this.#juxtaposed(token);
    if (token.kind === "number") return this.#mixed(token);
    if (token.kind === "word") return this.#words(token);
    this.#at = at;
    return false;
  }

  #close(token: ProseToken): boolean {
    const frame = this.#frames.at(-1);
    if (frame === undefined || (frame === "group") !== (token.kind === "close")) return false;
    this.#frames.pop();
    this.#write(token);
    if (frame !== "first") return this.#finishOperand(token);
    const next = this.#token;
    if (next?.kind !== "argument") return false;
    this.#draft.operation();
    this.#expect = true;
    return this.#open("last", next);
  }

  /** `3(4)`, `2\pi`, `1\frac{1}{2}`. */
  #juxtaposed(token: ProseToken): boolean {
    const remark = token.kind === "open" && this.#tokens[this.#at + 1]?.kind === "word";
    if (remark || (token.kind === "open" && !this.#groups.has(this.#at))) return false;
    this.#draft.juxtapose(token.text === "\\frac", token.spaced && token.kind === "open", this.#atTop);
    this.#expect = true;
    return this.#operand();
  }

  /** `1 1/2` */
  #mixed(token: ProseToken): boolean {
    const [whole, , slash, bottom] = this.#tokens.slice(this.#at - 1, this.#at + 3);
    const tight = slash?.text === "/" && !slash.spaced && bottom?.kind === "number" && !bottom.spaced;
    if (!tight || !token.spaced || whole?.kind !== "number") return false;
    if (!/^\d+$/.test(whole.text + token.text + bottom.text)) return false;
    this.#draft.doubt();
    this.#draft.write(token, ` ${token.text}/${bottom.text}`);
    this.#at += 3;
    return this.#finishOperand(bottom);
  }

  /** Words that calculate, and words that say what the last number counts where the arithmetic goes on behind. */
  #words(token: ProseToken): boolean {
    const word = token.text.toLowerCase();
    const spoken = spokenSign(this.#tokens, this.#at);
    if (spoken && this.#startsOperand(spoken.count)) return this.#binary(spoken.sign, spoken.count);
    if (isOf(word)) return this.#of();
    if (word === "percent") {
      this.#write(token, "%");
      return this.#finishOperand(token);
    }
    const end = phraseEnd(this.#tokens, this.#at);
    const after = this.#tokens[end];
    if (end === this.#at || this.#tokens[end - 1]?.text === "a") return false;
    const inside = after?.kind === "close" && this.#frames.at(-1) === "group";
    const signed =
      after?.kind === "operator" && after.text !== "!" && this.#startsOperand(end + 1 - this.#at);
    const said = spokenSign(this.#tokens, end);
    const saysOn = said !== null && this.#startsOperand(end + said.count - this.#at);
    if (!inside && !signed && !(saysOn && readPhrase(this.#tokens, this.#at, end).sure)) return false;
    this.#takeUnit(end);
    return true;
  }

  /** `20% of 50`, `1/2 of the 10`: a product, where what stands before is a part of something. */
  #of(): boolean {
    const article = this.#tokens[this.#at + 1];
    const the = article?.kind === "word" && /^(?:the|those|these|her|his|their)$/i.test(article.text);
    const skip = the ? 2 : 1;
    if (!PART.test(this.#draft.spelling) || !this.#startsOperand(skip)) return false;
    if (this.#draft.operators > 1 || the) this.#draft.doubt();
    return this.#binary("*", skip);
  }

  #startsOperand(ahead: number): boolean {
    return startsOperand(this.#tokens, this.#groups, this.#at + ahead);
  }

  #takeUnit(end: number): void {
    const { words, sure } = readPhrase(this.#tokens, this.#at, end);
    if (words === "") return;
    this.#draft.unit(words, sure);
    this.#at = end;
  }

  /** Takes the words between the last number and a relation; the token where all that ends. */
  #trailing(stop: number): number {
    let at = stop;
    while (this.#tokens[at]?.kind === "quiet" || this.#tokens[at]?.kind === "mark") at += 1;
    const end = phraseEnd(this.#tokens, at);
    if (this.#tokens[end]?.kind !== "relation") return stop;
    this.#at = at;
    if (end > at) this.#takeUnit(end);
    return end;
  }
}
