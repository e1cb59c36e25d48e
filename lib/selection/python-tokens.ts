const TOKEN =
  /(?<comment>#[^\n]*)|(?<string>[rbfuRBFU]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\w.]*|\.\d[\w.]*)|(?<line>\n[ \t]*)|(?<space>[ \t\r\f\\]+)|(?<sign>\*\*=?|\/\/=?|[-+*/%@&|^<>=!]=|->|:=|<<|>>|.)/gsu;

export type PythonToken = { kind: "string" | "name" | "number" | "line" | "sign"; text: string };

/** A program's tokens without comments, blank lines and spaces within a line. Reads anything: it judges no syntax. */
export function pythonTokens(program: string): PythonToken[] {
  const tokens: PythonToken[] = [];
  for (const { groups = {} } of program.matchAll(TOKEN)) {
    const { string, name, number, line, sign } = groups;
    if (string !== undefined) tokens.push({ kind: "string", text: string });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else if (line !== undefined) tokens.push({ kind: "line", text: line.replaceAll("\t", "    ") });
  }
  return withoutBlankLines(withoutDocstrings(tokens));
}

/** Of lines one after the other the last one stays: it says how far the next statement is indented. */
function withoutBlankLines(tokens: readonly PythonToken[]): PythonToken[] {
  const first = tokens.findIndex(({ kind }) => kind !== "line");
  return tokens.filter(
    ({ kind }, at) =>
      kind !== "line" ||
      (first >= 0 && at > first && tokens[at + 1] !== undefined && tokens[at + 1]?.kind !== "line"),
  );
}

/** A string that is a whole statement says nothing to the machine. */
function withoutDocstrings(tokens: readonly PythonToken[]): PythonToken[] {
  return tokens.filter(
    ({ kind }, at) =>
      kind !== "string" ||
      !isEdge(tokens[at - 1]) ||
      (tokens[at + 1] !== undefined && tokens[at + 1]?.kind !== "line"),
  );
}

function isEdge(token: PythonToken | undefined): boolean {
  return token === undefined || token.kind === "line";
}
