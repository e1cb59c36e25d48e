"""Answers what the pure rules of lib/answers leave open, by SymPy.

`answer_json(text)` takes a JSON list of questions (see lib/answers/questions.ts) and gives a JSON list of "equal",
"different" and "unknown", one for each, in order. SymPy's objects are built from the trees by hand; no text is ever
evaluated. It never raises for what a question holds.

Variables are real. A variable counts as positive only where no sample point at which both sides are defined has it
negative, as in `ln(x^2)` against `2 ln(x)`, and as a whole number only where both are defined at whole numbers alone.

- "equal" needs a proof: SymPy reduces the difference (or, for equations, the quotient) to a constant, and the sides
  agree to 40 digits at every sample point where both are defined.
- "different" needs a robust disproof by numbers: values of 60 digits that differ in the first 25, at two points with
  positive coordinates (one, if there are no variables); for equations a solution of one that misses the other.
- "unknown" is all else, and all that is too large: work is bounded by sizes and by a count of calls, not by a clock.

The files of this folder run in one state, in the order tree, numbers, build, judge: each uses the ones before it.
"""

import itertools
import json
import sys

import mpmath
import sympy

MAX_NODES = 300
MAX_DEPTH = 120
MAX_BITS = 20_000
MAX_EXPONENT = 1_000
MAX_TERMS = 4_000
MAX_VARIABLES = 6
MAX_CALLS = 1_000_000
DIGITS = 60
AGREES = mpmath.mpf(10) ** -40
DIFFERS = mpmath.mpf(10) ** -25


class Undefined(Exception):
    """Has no value at this point, or none that is worth computing."""


class TooLarge(Exception):
    """More work than a question is worth."""


class Exhausted(BaseException):
    """The count of calls has run out; no handler of ordinary exceptions may catch it."""


class Budget:
    """Counts every call that Python makes, and stops the work when there were too many."""

    def __init__(self, calls):
        self.left = calls

    def __enter__(self):
        self.before = sys.getprofile()
        sys.setprofile(self.count)

    def __exit__(self, *_):
        sys.setprofile(self.before)

    def count(self, _frame, event, _argument):
        if event == "call" or event == "c_call":
            self.left -= 1
            if self.left < 0:
                raise Exhausted


def parts(tree):
    kind = tree["kind"]
    if kind == "sum":
        return tree["terms"]
    if kind == "product":
        return tree["factors"]
    if kind == "power":
        return [tree["base"], tree["exponent"]]
    return tree["of"] if kind == "call" else []


def walk(tree):
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(parts(node))


def depth(tree):
    return 1 + max((depth(part) for part in parts(tree)), default=0)


def is_call(node, name):
    return node["kind"] == "call" and node["name"] == name


def terms(tree):
    """No fewer terms than the tree has when it is multiplied out."""
    kind = tree["kind"]
    if kind == "sum":
        return sum(terms(part) for part in tree["terms"])
    if kind == "product":
        count = 1
        for part in tree["factors"]:
            count = min(count * terms(part), MAX_TERMS + 1)
        return count
    if kind == "power":
        exponent = tree["exponent"]
        many = terms(tree["base"])
        if exponent["kind"] != "number" or exponent["d"] != "1" or many == 1:
            return many
        size = abs(int(exponent["n"]))
        return MAX_TERMS + 1 if size > 60 or many > 60 else int(sympy.binomial(many + size - 1, size))
    return max((terms(part) for part in parts(tree)), default=1)


def check_size(tree):
    if sum(1 for _ in itertools.islice(walk(tree), MAX_NODES + 1)) > MAX_NODES or depth(tree) > MAX_DEPTH:
        raise TooLarge
    for node in walk(tree):
        if node["kind"] == "constant" and node["name"] == "infinity":
            raise TooLarge
    if terms(tree) > MAX_TERMS:
        raise TooLarge
