import type { Piece } from "./arithmetic-draft.ts";
import { findPieces } from "./arithmetic-pieces.ts";
import { isLatex, type ProseToken } from "./arithmetic-reader.ts";
import { tokeniseProse } from "./arithmetic-tokens.ts";
import {
  doubtfulAfter,
  doubtfulBefore,
  isArticle,
  isAttachedUnit,
  isKnownUnit,
  isOf,
  isUnitLetter,
  namesFraction,
  opensClause,
} from "./arithmetic-words.ts";
import type { Steps } from "./steps.ts";

/** One side of a statement: closed arithmetic, with whether its surroundings leave no doubt where it ends. */
export type Side = Piece & { readonly certain: boolean };

type Boundary = "safe" | "doubtful" | "none";

const OTHER_BASE =
  /\bbases?[ -]{1,2}\$?(?:\\boxed\{)?(?:\d|[a-z]\b|two|three|four|five|six|seven|eight|nine|ten)|[\d)]_\{?\d|\bbinary\b|hexadecimal/i;
const SAFE_KINDS = new Set(["break", "line", "relation", "quiet"]);

/** A text in tokens, with the closed arithmetic in it by the tokens where it begins and where it ends. */
export class Prose {
  readonly tokens: readonly ProseToken[];
  readonly text: string;
  readonly steps: Steps;
  readonly latex: boolean;
  readonly otherBase: boolean;
  readonly startingAt = new Map<number, Piece>();
  readonly endingAt = new Map<number, Piece>();

  constructor(text: string, steps: Steps) {
    this.text = text;
    this.steps = steps;
    this.latex = isLatex(text);
    this.otherBase = OTHER_BASE.test(text);
    this.tokens = tokeniseProse(text, steps);
    for (const piece of findPieces(this.tokens, steps)) {
      this.startingAt.set(piece.from, piece);
      this.endingAt.set(piece.to, piece);
    }
  }

  /** The last token before `at` that has a say. */
  before(at: number): number {
    let back = at - 1;
    while (this.tokens[back]?.kind === "quiet" || this.tokens[back]?.kind === "mark") back -= 1;
    return back;
  }

  leftOf(piece: Piece): Boundary {
    const at = this.before(piece.from);
    const token = this.tokens[at];
    const first = this.tokens[piece.from];
    const signed =
      first?.text === "+" || (first?.kind === "operator" && this.tokens[piece.from + 1]?.spaced === true);
    if (!token || token.kind === "line" || token.kind === "relation") return signed ? "doubtful" : "safe";
    if (token.kind === "break") return signed || this.#split(at) ? "doubtful" : "safe";
    if (token.kind === "open")
      return token.end === first?.start || !token.spaced ? this.#bracket(at) : "safe";
    if (token.kind === "close") return this.#enumerates(at) ? "safe" : "none";
    if (token.kind !== "word") return "none";
    if (token.text.length === 1 && !/^[aI]$/.test(token.text)) return "none";
    if (token.end === this.tokens[at + 1]?.start) return "none";
    const variable = this.latex && at === piece.from - 1 && first?.kind !== "number";
    if (variable) return "none";
    if (first?.kind === "operator") return this.tokens[piece.from + 1]?.spaced ? "none" : "doubtful";
    return this.#wordBefore(at) ? "doubtful" : "safe";
  }

  /** A number with a space in it, as `14, 400` or `. 84`. */
  #split(at: number): boolean {
    const [before, sign, after] = [this.tokens[at - 1], this.tokens[at], this.tokens[at + 1]];
    if (before?.kind === "operator") return true;
    return (
      sign?.text === "," &&
      before?.kind === "number" &&
      before.end === sign.start &&
      /^\d{3}$/.test(after?.text ?? "")
    );
  }

  /** A bracket that opens a remark, and isn't a function's. */
  #bracket(at: number): Boundary {
    const before = this.tokens[at - 1];
    const touching = before !== undefined && before.end === this.tokens[at]?.start;
    return touching && !SAFE_KINDS.has(before.kind) && before.kind !== "open" ? "none" : "safe";
  }

  /** `1) 3 + 4 = 7` at the beginning of a line. */
  #enumerates(at: number): boolean {
    const start = this.tokens[this.tokens[at - 2]?.kind === "open" ? at - 3 : at - 2];
    return start === undefined || start.kind === "line";
  }

  #wordBefore(at: number): boolean {
    const word = this.tokens[at]?.text ?? "";
    const previous = this.tokens[at - 1];
    if (doubtfulBefore(word) || namesFraction(word)) return true;
    if (isArticle(word) && previous?.kind === "word" && doubtfulBefore(previous.text)) return true;
    for (let back = at; back > at - 4; back -= 1) {
      const token = this.tokens[back];
      if (token?.kind !== "word") return false;
      if (!isOf(token.text)) continue;
      const [part, earlier] = [this.tokens[this.before(back)], this.tokens[back - 2]];
      if (part?.kind === "word") return namesFraction(part.text) || earlier?.kind === "number";
      return part?.kind === "number" || part?.kind === "percent" || part?.kind === "end-argument";
    }
    return false;
  }

  /** Does a sentence's calculation begin here? A verb's subject is often more than the numbers before it. */
  opensClause(piece: Piece): boolean {
    const token = this.tokens[this.before(piece.from)];
    return (
      !token ||
      token.kind === "line" ||
      token.kind === "break" ||
      (token.kind === "word" && opensClause(token.text))
    );
  }

  rightOf(piece: Piece): Boundary {
    let { stop } = piece;
    while (this.tokens[stop]?.kind === "quiet" && this.tokens[stop]?.text === "") stop += 1;
    const token = this.tokens[stop];
    if (!token || SAFE_KINDS.has(token.kind) || token.kind === "close" || token.kind === "mark")
      return "safe";
    const next = this.tokens[stop + 1];
    if (token.kind === "open") {
      if (!token.spaced || next?.kind !== "word") return "none";
      return /^mod$/i.test(next.text) ? "none" : "safe";
    }
    if (token.kind === "operator") {
      const dash =
        token.text === "-" && token.spaced && next?.spaced && next.kind === "word" && next.text.length > 1;
      return dash ? "doubtful" : "none";
    }
    if (token.kind === "number") return "doubtful";
    if (token.kind === "end-argument") return "none";
    if (token.kind !== "word") return "none";
    return this.#wordAfter(stop);
  }

  #wordAfter(at: number): Boundary {
    const token = this.tokens[at];
    const word = token?.text ?? "";
    if (word.length === 1 && !/^[aAI]$/.test(word))
      return isUnitLetter(word) && token?.spaced ? "doubtful" : "none";
    if (token?.spaced === false && !/^[-/]/.test(word) && !isAttachedUnit(word)) return "none";
    if (doubtfulAfter(word)) return "doubtful";
    for (let ahead = at; ahead < at + 5; ahead += 1) {
      const later = this.tokens[ahead];
      const linked = later?.kind === "word" || (later?.kind === "break" && later.text === "," && ahead > at);
      if (linked || later?.kind === "quiet") continue;
      const composite = later?.kind === "number" && ahead > at && ahead < at + 4;
      return composite ? "doubtful" : "safe";
    }
    return "safe";
  }

  /**
   * In LaTeX a star or a box is as often an operation that the problem defines, `3^25^2` has its exponents end after
   * one digit, and a word of two letters is a product of variables.
   */
  #ownSigns({ start, end, units }: Piece): boolean {
    const written = this.text.slice(start, end);
    return (
      /\*|\\ast|\\boxed|\^\d\d/.test(written) || units.some((unit) => unit.length < 4 && !isKnownUnit(unit))
    );
  }

  side(piece: Piece | undefined): Side | null {
    if (!piece) return null;
    const left = this.leftOf(piece);
    const right = piece.to > piece.stop ? "safe" : this.rightOf(piece);
    if (left === "none" || right === "none") return null;
    const ambiguous = piece.ambiguous || (this.latex && this.#ownSigns(piece));
    return { ...piece, ambiguous, certain: piece.sure && left === "safe" && right === "safe" };
  }
}
