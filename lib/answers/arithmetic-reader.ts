/**
 * A piece of prose that may hold arithmetic, with its place in the text. `text` is its canonical spelling.
 * - `number`, `operator` (`+ - * / ^ !`), `open`, `close`, `percent`, `degree`: as they look.
 * - `command`: `\frac`, `\sqrt`, `\sqrt[3]` or `\pi`; `argument` and `end-argument`: braces around what it works on.
 * - `relation`: `=`, `≈`, or a verb (`is`).
 * - `quiet`: what has no say in the arithmetic, such as a dollar sign, bold type or `\boxed{`.
 * - `mark`: a calculator mark of GSM8K.
 * - `word`; `break`: where a sentence ends or another begins, which no expression runs across.
 * - `opaque`: anything else. What touches it is no closed arithmetic.
 */
export type ProseToken = {
  readonly kind:
    | "number"
    | "operator"
    | "open"
    | "close"
    | "percent"
    | "degree"
    | "command"
    | "argument"
    | "end-argument"
    | "relation"
    | "quiet"
    | "mark"
    | "word"
    | "break"
    | "line"
    | "opaque";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** White space stands before it. */
  readonly spaced: boolean;
};

export type TokenKind = ProseToken["kind"];

/** Is it written in LaTeX, at least in part? There letters are variables, and a cheer is a factorial. */
export const isLatex = (text: string): boolean => /\\[A-Za-z[(]/.test(text);

/** Where in the text the reader is, and what it has found. */
export class Reader {
  readonly tokens: ProseToken[] = [];
  readonly text: string;
  readonly latex: boolean;
  at = 0;
  /** How many arguments the last command still wants: a digit there stands for itself. */
  wanted = 0;
  wantedBy = "";
  readonly #frames: { readonly kind: TokenKind; readonly resume: number; readonly by: string }[] = [];
  #spaced = false;

  constructor(text: string) {
    this.text = text;
    this.latex = isLatex(text);
  }

  get last(): ProseToken | undefined {
    return this.tokens.at(-1);
  }

  get char(): string {
    return this.text.charAt(this.at);
  }

  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0] ?? null;
  }

  push(kind: TokenKind, length: number, text?: string): void {
    const end = this.at + length;
    if (kind === "relation") this.#joinLines();
    const spelled = text ?? this.text.slice(this.at, end);
    this.tokens.push({ kind, text: spelled, start: this.at, end, spaced: this.#spaced });
    this.#spaced = false;
    this.at = end;
  }

  /** An equation goes on in the next line where that line begins with its sign. */
  #joinLines(): void {
    if (this.last?.text === "&" && this.tokens.at(-2)?.kind === "line") this.tokens.pop();
    while (this.last?.kind === "line") this.tokens.pop();
  }

  skip(length: number): void {
    this.#spaced = true;
    this.at += length;
  }

  openBrace(kind: TokenKind): void {
    this.#frames.push({ kind, resume: Math.max(0, this.wanted - 1), by: this.wantedBy });
    this.wanted = 0;
    this.push(kind, 1, "{");
  }

  closeBrace(): void {
    const frame = this.#frames.pop();
    if (frame?.kind === "argument") this.push("end-argument", 1, "}");
    else this.push(frame?.kind ?? "opaque", 1);
    this.wanted = frame?.resume ?? 0;
    this.wantedBy = frame?.by ?? "";
  }

  /** An argument without braces, such as the digits of `\frac12`. */
  bareArgument(kind: TokenKind, length: number, text?: string): void {
    const left = this.wanted - 1;
    this.push("argument", 0, "{");
    this.push(kind, length, text);
    this.push("end-argument", 0, "}");
    this.wanted = left;
  }
}
