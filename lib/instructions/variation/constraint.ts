/** Values of parameters by their names. */
export type Values = Readonly<Record<string, number>>;

type Relation = "<" | "<=" | ">" | ">=" | "==" | "!=";
type Expression =
  | { kind: "number"; value: number }
  | { kind: "name"; name: string }
  | { kind: "minus"; of: Expression }
  | { kind: "operation"; operator: "+" | "-" | "*" | "/" | "%"; left: Expression; right: Expression };

/** One or more relations in a row, as in `2 <= a < b`. */
export interface Constraint {
  sides: readonly Expression[];
  relations: readonly Relation[];
}

/** `at` is where in the text the trouble is, from 0. */
export type ParsedConstraint =
  | { ok: true; constraint: Constraint }
  | { ok: false; message: string; at: number };

interface Token {
  kind: "number" | "name" | "relation" | "operator" | "open" | "close";
  text: string;
  at: number;
}

class Fault extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const LONGEST = 200;
const DEEPEST = 20;
const TOKEN = /\s*(?:(\d+(?:\.\d+)?|\.\d+)|([A-Za-z_]\w*)|(<=|>=|==|!=|≤|≥|≠|=|<|>)|([-+*/%])|(\()|(\)))/y;
const SPELLED: Readonly<Record<string, Relation>> = {
  "<": "<",
  ">": ">",
  "<=": "<=",
  ">=": ">=",
  "==": "==",
  "=": "==",
  "!=": "!=",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
};

function tokensOf(text: string): Token[] {
  if (text.length > LONGEST) throw new Fault(`A constraint has at most ${LONGEST} characters.`, LONGEST);
  const next = new RegExp(TOKEN);
  const tokens: Token[] = [];
  while (text.slice(next.lastIndex).trim() !== "") {
    const from = next.lastIndex;
    const found = next.exec(text);
    if (!found) {
      const at = from + (/\S/.exec(text.slice(from))?.index ?? 0);
      throw new Fault(`“${Array.from(text.slice(at))[0]}” can't stand in a constraint.`, at);
    }
    const kinds: readonly Token["kind"][] = ["number", "name", "relation", "operator", "open", "close"];
    const which = kinds.findIndex((_, at) => found[at + 1] !== undefined);
    const word = found[which + 1] ?? "";
    tokens.push({ kind: kinds[which] ?? "operator", text: word, at: next.lastIndex - word.length });
  }
  return tokens;
}

class Reader {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];
  private readonly names: ReadonlySet<string>;
  private readonly end: number;

  constructor(text: string, names: readonly string[]) {
    this.tokens = tokensOf(text);
    this.names = new Set(names);
    this.end = text.length;
  }

  constraint(): Constraint {
    if (this.tokens.length === 0) throw new Fault("Write a relation, such as a < b.", 0);
    const sides = [this.sum()];
    const relations: Relation[] = [];
    for (let token = this.tokens[this.at]; token?.kind === "relation"; token = this.tokens[this.at]) {
      this.at += 1;
      relations.push(SPELLED[token.text] ?? "==");
      sides.push(this.sum());
    }
    const rest = this.tokens[this.at];
    if (rest) throw new Fault(`“${rest.text}” isn't expected here.`, rest.at);
    if (relations.length === 0) throw new Fault("A relation is missing: <, <=, >, >=, == or !=.", this.end);
    return { sides, relations };
  }

  private sum(): Expression {
    let left = this.product();
    for (let operator = this.operator("+-"); operator; operator = this.operator("+-")) {
      left = { kind: "operation", operator, left, right: this.product() };
    }
    return left;
  }

  private product(): Expression {
    let left = this.factor();
    for (let operator = this.operator("*/%"); operator; operator = this.operator("*/%")) {
      left = { kind: "operation", operator, left, right: this.factor() };
    }
    return left;
  }

  private operator(wanted: string): "+" | "-" | "*" | "/" | "%" | null {
    const token = this.tokens[this.at];
    if (token?.kind !== "operator" || !wanted.includes(token.text)) return null;
    this.at += 1;
    return OPERATORS.find((one) => one === token.text) ?? null;
  }

  private factor(): Expression {
    const token = this.tokens[this.at];
    if (!token) throw new Fault("A number or a parameter is missing at the end.", this.end);
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Fault("This is nested too deeply.", token.at);
    this.at += 1;
    const found = this.from(token);
    this.depth -= 1;
    return found;
  }

  private from(token: Token): Expression {
    if (token.kind === "number") return { kind: "number", value: Number(token.text) };
    if (token.text === "-") return { kind: "minus", of: this.factor() };
    if (token.kind === "open") {
      const inside = this.sum();
      const close = this.tokens[this.at];
      if (close?.kind !== "close") throw new Fault("A closing bracket is missing.", close?.at ?? this.end);
      this.at += 1;
      return inside;
    }
    if (token.kind !== "name")
      throw new Fault(`A number or a parameter is expected, not “${token.text}”.`, token.at);
    if (!this.names.has(token.text)) {
      const known = [...this.names].slice(0, 10).join(", ");
      throw new Fault(`There is no parameter “${token.text}”. There are: ${known || "none"}.`, token.at);
    }
    return { kind: "name", name: token.text };
  }
}

const OPERATORS = ["+", "-", "*", "/", "%"] as const;

/** Reads a constraint over the parameters of these names. Never throws; what is wrong is said in words, with its place. */
export function parseConstraint(text: string, names: readonly string[]): ParsedConstraint {
  try {
    return { ok: true, constraint: new Reader(text, names).constraint() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, message: error.message, at: error.at };
    throw error;
  }
}

function numberOf(expression: Expression, values: Values): number {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "name":
      return values[expression.name] ?? Number.NaN;
    case "minus":
      return -numberOf(expression.of, values);
    case "operation": {
      const [a, b] = [numberOf(expression.left, values), numberOf(expression.right, values)];
      if (expression.operator === "+") return a + b;
      if (expression.operator === "-") return a - b;
      if (expression.operator === "*") return a * b;
      return expression.operator === "/" ? a / b : remainder(a, b);
    }
  }
}

/** As in Python: of the divisor's sign. Decimals such as 0.6 % 0.2 leave nothing. */
function remainder(a: number, b: number): number {
  const left = a - b * Math.floor(a / b + 1e-9);
  return Math.abs(left) <= 1e-9 * Math.max(1, Math.abs(a)) ? 0 : left;
}

function relates(a: number, relation: Relation, b: number): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return false;
  const same = a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  if (relation === "==") return same;
  if (relation === "!=") return !same;
  if (relation === "<=") return same || a < b;
  if (relation === ">=") return same || a > b;
  return !same && (relation === "<" ? a < b : a > b);
}

/** Do the values obey it? Numbers count as equal up to a billionth. What can't be calculated (a division by 0) doesn't hold. */
export function holds({ sides, relations }: Constraint, values: Values): boolean {
  const numbers = sides.map((side) => numberOf(side, values));
  return relations.every((relation, at) =>
    relates(numbers[at] ?? Number.NaN, relation, numbers[at + 1] ?? Number.NaN),
  );
}
