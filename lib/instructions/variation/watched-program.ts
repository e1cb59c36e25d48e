import { z } from "zod";
import { extractFromSegments } from "#lib/answers/extract.ts";
import type { Execution, Program } from "#lib/python/contract.ts";

/** The smallest value that a name had at the end of a function or of the program, and whether all were whole. */
export interface WatchedName {
  least: number;
  whole: boolean;
}

export interface Watched {
  /** What the program printed last or came to; null where it failed or said nothing. */
  answer: string | null;
  /** All that it printed, with the value of its last expression, as a notebook shows it. */
  output: string;
  names: ReadonlyMap<string, WatchedName>;
  /** Why it failed, in one line. */
  error: string | null;
}

/**
 * Python's monitoring (PEP 669) tells when a function of the program returns; those of libraries are left out at once.
 * A Python without it tells the names of the program's own level alone.
 */
const WATCH = `
import sys as _lemma_sys
_lemma_seen = {}
_lemma_left = [20000]
def _lemma_note(scope):
    for name, value in list(scope.items()):
        if name[:1] == "_" or isinstance(value, bool) or len(_lemma_seen) > 300:
            continue
        kind = type(value)
        if kind not in (int, float) and not (hasattr(kind, "numerator") or getattr(kind, "is_Rational", None) is True):
            continue
        try:
            number = float(value)
        except Exception:
            continue
        if not abs(number) < 1e15:
            continue
        near = abs(number - round(number)) <= 1e-9 * max(1.0, abs(number))
        least, whole = _lemma_seen.get(name, (number, True))
        _lemma_seen[name] = (min(least, number), whole and near)
def _lemma_return(code, offset, value):
    if code.co_filename[:7] != "<block " or _lemma_left[0] <= 0:
        return _lemma_sys.monitoring.DISABLE
    _lemma_left[0] -= 1
    frame = _lemma_sys._getframe(1)
    if frame.f_code is code and code.co_name[:1] != "<" and code.co_name[:6] != "_lemma":
        _lemma_note(frame.f_locals)
if hasattr(_lemma_sys, "monitoring"):
    _lemma_sys.monitoring.use_tool_id(3, "lemma")
    _lemma_sys.monitoring.register_callback(3, _lemma_sys.monitoring.events.PY_RETURN, _lemma_return)
    _lemma_sys.monitoring.set_events(3, _lemma_sys.monitoring.events.PY_RETURN)
`;

/** As a program that only defines \`solution()\` is run where nothing is watched, see \`Execution\`. */
const TELL = `
import json as _lemma_json
_lemma_said = None
_lemma_solution = globals().get("solution")
if callable(_lemma_solution) and getattr(getattr(_lemma_solution, "__code__", None), "co_argcount", 1) == 0 and _lemma_ask:
    _lemma_said = str(_lemma_solution())
if hasattr(_lemma_sys, "monitoring"):
    _lemma_sys.monitoring.set_events(3, 0)
_lemma_note(globals())
print(_lemma_json.dumps({"seen": _lemma_seen, "solution": _lemma_said}))
`;

const told = z.object({
  seen: z.record(z.string(), z.tuple([z.number(), z.boolean()])),
  solution: z.string().nullable(),
});

/** The program with its numbers watched: one more block before and after. */
export function watchedProgram(code: string): Program {
  const asks = !/\bprint\s*\(/.test(code);
  return { blocks: [WATCH, code, `_lemma_ask = ${asks ? "True" : "False"}\n${TELL}`] };
}

const LONGEST = 10_000;

/** What a watched program came to. A hostile program may say anything: what can't be read is as if it weren't there. */
export function readWatched({ blocks, error }: Execution): Watched {
  const [, own, last] = blocks;
  const nothing = { answer: null, output: "", names: new Map<string, WatchedName>() };
  const failed = own?.error ?? (own ? null : error);
  if (failed) return { ...nothing, error: failed.message };
  const found = told.safeParse(parsed(last?.stdout ?? ""));
  const names = new Map(
    Object.entries(found.data?.seen ?? {}).map(([name, [least, whole]]) => [name, { least, whole }]),
  );
  const printed = [own?.stdout.trimEnd() ?? "", own?.value ?? ""]
    .filter((part) => part.trim() !== "")
    .join("\n");
  const output = printed || (found.data?.solution ?? "");
  const answer = extractFromSegments([{ type: "output", content: output }])?.answer.trim() || null;
  if (answer === null) {
    return { ...nothing, names, error: last?.error?.message ?? "it prints no answer" };
  }
  return { answer: answer.slice(0, LONGEST), output: output.slice(0, LONGEST), names, error: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
