"""Runs one program inside the sandbox and describes what it gave, as JSON.

`run(request)` takes {"blocks": [source, ...], "outputCharacters": n} and returns an Execution (see contract.ts)
without its time. It never raises: whatever the program does ends up in the answer.
"""

import ast
import builtins
import gc
import importlib
import io
import json
import linecache
import random
import shutil
import sys
import time
import types

VALUE_CHARACTERS = 10_000
MESSAGE_CHARACTERS = 500


class Output(io.TextIOBase):
    """A text stream that keeps the beginning and the end of what is written, and counts what it cuts between."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, limit):
        self.head = []
        self.room = limit - limit // 4
        self.tail_limit = limit // 4
        self.tail = ""
        self.cut = 0

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        rest = text
        if self.room > 0:
            kept = rest[: self.room]
            self.head.append(kept)
            self.room -= len(kept)
            rest = rest[len(kept) :]
        if rest:
            self.tail += rest
            if len(self.tail) > 2 * self.tail_limit:
                self.shorten()
        return len(text)

    def shorten(self):
        extra = len(self.tail) - self.tail_limit
        if extra > 0:
            self.tail = self.tail[extra:]
            self.cut += extra

    def text(self):
        self.shorten()
        note = f"\n[{self.cut:,} characters cut]\n" if self.cut else ""
        return well_formed("".join(self.head) + note + self.tail)


def well_formed(text):
    """Half a surrogate pair is no text that a file or a database could keep."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def shortened(text, limit):
    return text if len(text) <= limit else text[:limit] + "…"


def line_in(error, file):
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno
    line = None
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == file:
            line = step.tb_lineno
        step = step.tb_next
    return line


def described(error, file):
    name = type(error).__name__
    try:
        said = error.msg if isinstance(error, SyntaxError) else str(error)
    except BaseException:
        said = ""
    message = " ".join((f"{name}: {said}" if said else name).split())
    kind = "memory" if isinstance(error, MemoryError) else "exception"
    return {"kind": kind, "message": shortened(well_formed(message), MESSAGE_CHARACTERS), "line": line_in(error, file)}


def exited(error, file):
    if error.code is None or error.code == 0:
        return None
    return {"kind": "exit", "message": shortened(well_formed(f"sys.exit({error.code!r})"), MESSAGE_CHARACTERS), "line": line_in(error, file)}


def evaluate(source, file, namespace):
    """Executes a block; gives the value of its last statement where that is an expression."""
    tree = ast.parse(source, file)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        exec(compile(tree, file, "exec"), namespace)
        return None
    tree.body.pop()
    exec(compile(tree, file, "exec"), namespace)
    return eval(compile(ast.Expression(last.value), file, "eval"), namespace)


def observed(work, file, limit):
    """What one piece of work prints, the text of its value, and how it ended."""
    output = Output(limit)
    sys.stdout = sys.__stdout__ = output
    sys.stderr = sys.__stderr__ = Output(1_000)
    value = None
    error = None
    try:
        result = work()
        if result is not None:
            value = well_formed(shortened(str(result), VALUE_CHARACTERS))
    except SystemExit as raised:
        error = exited(raised, file)
    except BaseException as raised:
        error = described(raised, file)
    return {"stdout": output.text(), "value": value, "error": error}, output.cut


def solution_of(namespace):
    found = namespace.get("solution")
    return found if isinstance(found, types.FunctionType) and found.__code__.co_argcount == 0 else None


def run(request):
    asked = json.loads(request)
    main = types.ModuleType("__main__")
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    namespace = main.__dict__
    left = asked["outputCharacters"]
    blocks = []
    truncated = 0
    for number, source in enumerate(asked["blocks"], 1):
        file = f"<block {number}>"
        linecache.cache[file] = (len(source), None, source.splitlines(True), file)
        block, cut = observed(lambda: evaluate(source, file, namespace), file, max(left, 1_000))
        left -= len(block["stdout"])
        truncated += cut
        blocks.append(block)
    silent = all(not block["stdout"].strip() and block["value"] is None and block["error"] is None for block in blocks)
    solution = solution_of(namespace) if silent else None
    if solution is not None:
        block, cut = observed(solution, file, asked["outputCharacters"])
        truncated += cut
        blocks[-1] = block
    last = blocks[-1]
    return json.dumps(
        {
            "stdout": "".join(block["stdout"] for block in blocks),
            "value": last["value"],
            "error": last["error"],
            "truncated": truncated,
            "blocks": blocks,
        }
    )


WARM = """math cmath fractions decimal statistics random numbers itertools functools operator collections
collections.abc re string json datetime time calendar heapq bisect copy typing dataclasses enum textwrap pprint
traceback contextlib array struct abc warnings inspect""".split()

CLOSED = ("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "ctypes", "_ctypes")


class ClosedDoors:
    """Says in words that a module is not to be had. The walls themselves stand outside of Python."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if is_closed(name):
            raise ModuleNotFoundError(f"No module named {name!r} in the sandbox", name=name)
        return None


def warm(packages):
    """Imports what programs use most; `packages` is the archive of SymPy and mpmath, or an empty text."""
    if packages:
        sys.path.append(packages)
    # All that SymPy asks of ctypes is the size of a C long.
    stand_in = types.ModuleType("ctypes")
    stand_in.c_long = None
    stand_in.sizeof = lambda kind: 4
    sys.modules["ctypes"] = stand_in
    for name in WARM:
        importlib.import_module(name)


def lock():
    """Takes away the way to JavaScript: nothing that is left refers to an object of it."""
    import asyncio.events

    asyncio.events._set_event_loop_policy(None)
    for formats in (shutil._ARCHIVE_FORMATS, shutil._UNPACK_FORMATS):
        for name in [name for name, parts in formats.items() if any(is_closed(module_of(part)) for part in parts)]:
            del formats[name]
    time.sleep = sleep
    sys.meta_path[:] = [ClosedDoors] + [each for each in sys.meta_path if not is_closed(module_of(each))]
    for name in [name for name in sys.modules if is_closed(name) or name.partition(".")[0] == "asyncio"]:
        if name != "ctypes":
            del sys.modules[name]
    sys.excepthook = sys.__excepthook__
    # Modules that JavaScript itself holds are still to be found among the collector's objects.
    for holder in gc.get_objects():
        held = holder if type(holder) is dict else getattr(holder, "__dict__", None)
        if type(held) is dict:
            for name in [name for name, value in held.items() if type(value).__name__ == "JsProxy"]:
                del held[name]
    settle()


def is_closed(name):
    return name.partition(".")[0] in CLOSED


def module_of(thing):
    """Where a class, a function or an object's class comes from; empty for what is built in."""
    return getattr(thing, "__module__", None) or ""


def sleep(seconds):
    """Waits without JavaScript's timers, on which Pyodide's own way of sleeping stands."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


# What programs ask of SymPy most often; its modules prepare much at their first use.
SCIENCE = """
import mpmath
from sympy import *
u, v = symbols("u v")
solve(u**2 + 3*u - 11, u); solve(Eq(5*u + 8, 2*(u + 9)), u); solve((Eq(u/v, 3/7), Eq(u + v, 40)), (u, v)); solve([u + 2*v - 7, 3*u - v - 4], [u, v]); solveset(u**2 - 13, u)
simplify((u**2 - 121)/(u - 11) + sqrt(48)); factor(u**4 - 17*u**2); expand((u + 13)**3); cancel((u**2 - 1)/(u - 1))
integrate(u**3*cos(5*u), u); diff(exp(7*u)*log(u), u); limit(sin(9*u)/u, u, 0); trigsimp(sin(u)**2 + cos(u)**2)
Matrix([[11, 2], [3, 17]]).inv(); Rational(13, 7) + Rational(1, 9); N(pi, 20); sympify("u + 1"); nsimplify(0.125)
factorint(391); binomial(19, 3); gcd(34, 51); Sum(u, (u, 1, 9)).doit(); Eq(u, 19); latex(sqrt(u)/2); str(u**2 + v)
"""


def warm_science():
    """Imports SymPy and has it do the usual once; false where it isn't installed."""
    answer = json.loads(run(json.dumps({"blocks": [SCIENCE], "outputCharacters": 1_000})))
    if answer["error"] is not None and answer["error"]["message"].startswith("ModuleNotFoundError"):
        return False
    settle()
    return True


REHEARSAL = json.dumps({"blocks": ["x = [1]\nprint(x)\nx"] * 2, "outputCharacters": 1_000})


def settle():
    """A quiet heap: no garbage, what is left out of the collector's way, and no first time for anything."""
    run(REHEARSAL)
    run(REHEARSAL)
    sys.modules.pop("__main__")
    linecache.clearcache()
    importlib.invalidate_caches()
    random.seed(0)
    gc.collect()
    gc.freeze()
