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


# --- numbers -------------------------------------------------------------------------------------------------------


def real_value(value):
    if isinstance(value, mpmath.mpc):
        if value.imag != 0:
            raise Undefined
        return value.real
    return value


def root_at(value, degree, complex_plane):
    if isinstance(value, mpmath.mpc):
        if value.imag != 0 and complex_plane and degree == 2:
            return mpmath.sqrt(value)
        value = real_value(value)
    if value >= 0:
        return mpmath.root(value, degree)
    if degree % 2 == 1:
        return -mpmath.root(-value, degree)
    if complex_plane and degree == 2:
        return mpmath.mpc(0, mpmath.sqrt(-value))
    raise Undefined


def exponential_at(value):
    if abs(value) > 100_000:
        raise Undefined
    return mpmath.exp(value)


def power_at(base, exponent, complex_plane):
    whole = isinstance(exponent, mpmath.mpf) and exponent == mpmath.floor(exponent) and abs(exponent) <= 10**6
    if base == 0:
        if isinstance(exponent, mpmath.mpf) and exponent > 0:
            return mpmath.mpf(0)
        raise Undefined
    if whole:
        if abs(exponent * mpmath.log(abs(base))) > 100_000:
            raise Undefined
        return base ** int(exponent)
    if exponent == mpmath.mpf(0.5):
        return root_at(base, 2, complex_plane)
    if isinstance(base, mpmath.mpc) or base < 0:
        raise Undefined
    return exponential_at(exponent * mpmath.log(base))


def logarithm_at(value):
    value = real_value(value)
    if value <= 0:
        raise Undefined
    return mpmath.log(value)


def inverse_at(value):
    if abs(value) < AGREES:
        raise Undefined
    return 1 / value


def whole_at(value, limit):
    value = real_value(value)
    if value != mpmath.floor(value) or not 0 <= value <= limit:
        raise Undefined
    return int(value)


def rounded_at(value, rounding):
    value = real_value(value)
    nearest = mpmath.nint(value)
    if value != nearest and abs(value - nearest) < AGREES:
        raise Undefined
    return rounding(value)


def arc_at(value, arc):
    value = real_value(value)
    if abs(value) > 1:
        raise Undefined
    return arc(value)


def binomial_at(n, k):
    chosen = whole_at(k, 1_000)
    product = mpmath.mpf(1)
    for at in range(chosen):
        product *= (n - at) / mpmath.mpf(at + 1)
    return product


CALLS = {
    "abs": abs,
    "arccos": lambda x: arc_at(x, mpmath.acos),
    "arcsin": lambda x: arc_at(x, mpmath.asin),
    "arctan": lambda x: mpmath.atan(real_value(x)),
    "ceil": lambda x: rounded_at(x, mpmath.ceil),
    "cos": lambda x: mpmath.cos(real_value(x)),
    "cosh": lambda x: (exponential_at(real_value(x)) + exponential_at(-x)) / 2,
    "cot": lambda x: mpmath.cos(real_value(x)) * inverse_at(mpmath.sin(x)),
    "csc": lambda x: inverse_at(mpmath.sin(real_value(x))),
    "factorial": lambda x: mpmath.factorial(whole_at(x, 1_000)),
    "floor": lambda x: rounded_at(x, mpmath.floor),
    "ln": logarithm_at,
    "sec": lambda x: inverse_at(mpmath.cos(real_value(x))),
    "sin": lambda x: mpmath.sin(real_value(x)),
    "sinh": lambda x: (exponential_at(real_value(x)) - exponential_at(-x)) / 2,
    "tan": lambda x: mpmath.sin(real_value(x)) * inverse_at(mpmath.cos(x)),
    "tanh": lambda x: 1 - 2 * inverse_at(exponential_at(2 * real_value(x)) + 1),
}


class Place:
    """Where trees are looked at: the variables' values, whether numbers are complex, the base of open logarithms (None: e)."""

    def __init__(self, point, complex_plane, base):
        self.point = point
        self.complex_plane = complex_plane
        self.base = base

    def value(self, tree):
        kind = tree["kind"]
        if kind == "number":
            return mpmath.mpf(int(tree["n"])) / int(tree["d"])
        if kind == "variable":
            return self.point[tree["name"]]
        if kind == "constant":
            return {"pi": +mpmath.pi, "e": +mpmath.e, "i": mpmath.mpc(0, 1)}[tree["name"]]
        values = [self.value(part) for part in parts(tree)]
        if kind == "sum":
            return sum(values, mpmath.mpf(0))
        if kind == "product":
            product = mpmath.mpf(1)
            for each in values:
                product *= each
            return product
        if kind == "power":
            if tree["base"] == {"kind": "constant", "name": "e"}:
                return exponential_at(values[1])
            return power_at(values[0], values[1], self.complex_plane)
        return self.called(tree["name"], values)

    def called(self, name, values):
        if name == "root":
            return root_at(values[0], int(real_value(values[1])), self.complex_plane)
        if name == "binomial":
            return binomial_at(values[0], values[1])
        if name == "log":
            base = values[1] if len(values) > 1 else mpmath.mpf(self.base) if self.base else +mpmath.e
            return logarithm_at(values[0]) * inverse_at(logarithm_at(base))
        return CALLS[name](values[0])

    def maybe(self, tree):
        try:
            value = self.value(tree)
            return value if mpmath.isfinite(value) else None
        except (Undefined, ZeroDivisionError, OverflowError, ValueError):
            return None


FRACTIONS = ["11/8", "29/17", "5/13", "37/11", "19/7", "8/19"]
WHOLE = [3, 5, 2, 7, 4, 6]


def sample_points(names):
    """Every choice of signs for up to four variables, at fractions, at larger fractions, and at whole numbers."""
    signs = list(itertools.product([1, -1], repeat=len(names))) if len(names) <= 4 else [[1] * len(names), [-1] * len(names)]
    fractions = [mpmath.mpf(int(a)) / int(b) for a, b in (text.split("/") for text in FRACTIONS)]
    values = [
        fractions,
        fractions[::-1],
        [each / 9 for each in fractions],
        [each * 4 for each in fractions],
        [mpmath.mpf(each) for each in WHOLE],
        [mpmath.mpf(each) for each in sorted(WHOLE)],
        [mpmath.mpf(each) for each in sorted(WHOLE, reverse=True)],
    ]
    for sign, row in itertools.product(signs, values):
        yield {name: each * value for name, each, value in zip(names, sign, row)}


def apart(a, b):
    """How far apart, for their size; numbers near zero count as they are."""
    return abs(a - b) / max(abs(a), abs(b), 1)


# --- SymPy's objects -----------------------------------------------------------------------------------------------


def built_power(base, exponent):
    if exponent.is_Rational and base.is_Rational:
        size = max(abs(int(base.p)), int(base.q)).bit_length() * abs(int(exponent.p))
        if size > MAX_BITS:
            raise TooLarge
    if exponent.is_Integer and abs(int(exponent)) > MAX_EXPONENT:
        raise TooLarge
    return sympy.Pow(base, exponent)


def built_root(value, degree):
    if degree % 2 == 1 and value.is_negative:
        return -sympy.root(-value, degree)
    return sympy.root(value, degree)


def built_factorial(value):
    if value.is_Integer and int(value) > 500:
        raise TooLarge
    return sympy.factorial(value)


def built_binomial(n, k):
    if any(each.is_Integer and abs(int(each)) > 500 for each in (n, k)):
        raise TooLarge
    return sympy.binomial(n, k)


FUNCTIONS = {
    "abs": sympy.Abs,
    "arccos": sympy.acos,
    "arcsin": sympy.asin,
    "arctan": sympy.atan,
    "binomial": built_binomial,
    "ceil": sympy.ceiling,
    "cos": sympy.cos,
    "cosh": sympy.cosh,
    "cot": sympy.cot,
    "csc": sympy.csc,
    "factorial": built_factorial,
    "floor": sympy.floor,
    "ln": sympy.log,
    "root": lambda value, degree: built_root(value, int(degree)),
    "sec": sympy.sec,
    "sin": sympy.sin,
    "sinh": sympy.sinh,
    "tan": sympy.tan,
    "tanh": sympy.tanh,
}


def build(tree, symbols, base):
    kind = tree["kind"]
    if kind == "number":
        return sympy.Rational(int(tree["n"]), int(tree["d"]))
    if kind == "variable":
        return symbols[tree["name"]]
    if kind == "constant":
        return {"pi": sympy.pi, "e": sympy.E, "i": sympy.I}[tree["name"]]
    of = [build(part, symbols, base) for part in parts(tree)]
    if kind == "sum":
        return sympy.Add(*of)
    if kind == "product":
        return sympy.Mul(*of)
    if kind == "power":
        return built_power(*of)
    if tree["name"] == "log":
        return sympy.log(of[0]) / sympy.log(of[1] if len(of) > 1 else sympy.Integer(base) if base else sympy.E)
    return FUNCTIONS[tree["name"]](*of)


def symbols_for(names, points):
    """Symbols with what the points, at which both sides are defined, say about them."""
    symbols = {}
    for name in names:
        positive = all(point[name] > 0 for point in points)
        whole = all(point[name] == mpmath.floor(point[name]) for point in points)
        facts = {"positive": True} if positive else {"real": True}
        symbols[name] = sympy.Symbol(name, **facts, **({"integer": True} if whole else {}))
    return symbols


REDUCTIONS = [
    sympy.expand,
    lambda e: sympy.expand(sympy.radsimp(e)),
    lambda e: sympy.expand(sympy.sqrtdenest(e)),
    lambda e: sympy.expand(sympy.expand_complex(e)) if e.has(sympy.I) else e,
    lambda e: sympy.expand(sympy.expand_log(e)),
    lambda e: sympy.cancel(sympy.together(e)),
    lambda e: sympy.expand(sympy.powdenest(sympy.powsimp(e))),
    lambda e: sympy.simplify(sympy.expand(e.rewrite(sympy.exp))),
    lambda e: sympy.trigsimp(sympy.expand_trig(e)),
    sympy.simplify,
    lambda e: sympy.simplify(sympy.expand_func(e)),
    lambda e: sympy.gammasimp(e.rewrite(sympy.gamma)),
    lambda e: sympy.simplify(sympy.sqrtdenest(sympy.factor(e, deep=True))),
]


def is_zero(expression):
    """Is the expression proved to be zero by one of the reductions, or by minimal polynomials?"""
    for reduction in REDUCTIONS:
        try:
            if reduction(expression) == 0:
                return True
        except (TooLarge, ArithmeticError, AttributeError, NotImplementedError, TypeError, ValueError, RecursionError):
            continue
    if expression.free_symbols or expression.count_ops() > 60:
        return False
    return expression.equals(0) is True


# --- expressions ---------------------------------------------------------------------------------------------------


def identity(left, right, base):
    names = sorted({node["name"] for tree in (left, right) for node in walk(tree) if node["kind"] == "variable"})
    if len(names) > MAX_VARIABLES:
        return "unknown"
    has_i = any(node == {"kind": "constant", "name": "i"} for tree in (left, right) for node in walk(tree))
    common = []
    apart_at = {True: 0, False: 0}
    for point in sample_points(names) if names else [{}]:
        place = Place(point, has_i or not names, base)
        a = place.maybe(left)
        b = None if a is None else place.maybe(right)
        if a is None or b is None:
            continue
        common.append(point)
        gap = apart(a, b)
        positive = all(value > 0 for value in point.values())
        if gap > DIFFERS:
            apart_at[positive] += 1
        elif gap > AGREES:
            return "unknown"
    if apart_at[True] >= (2 if names else 1):
        return "different"
    if apart_at[True] or apart_at[False] or len(common) < (2 if names else 1):
        return "unknown"
    symbols = symbols_for(names, common)
    return "equal" if is_zero(build(left, symbols, base) - build(right, symbols, base)) else "unknown"


# --- equations -----------------------------------------------------------------------------------------------------


def is_constant_quotient(left, right):
    for reduction in [sympy.cancel, sympy.simplify]:
        quotient = reduction(left / right)
        if not quotient.free_symbols and quotient.is_zero is False:
            return True
    return False


def radical(expression, symbols):
    """The product of the different factors of the numerator, where that is a polynomial."""
    numerator = sympy.fraction(sympy.together(expression))[0]
    if not numerator.is_polynomial(*symbols):
        return None
    product = sympy.Integer(1)
    for factor, _ in sympy.factor_list(numerator, *symbols)[1]:
        product *= factor
    return product


def solutions(expression, symbols):
    """Real points where the numerator is zero: one variable solved for, the others at simple numbers."""
    numerator = sympy.fraction(sympy.together(expression))[0]
    for symbol in symbols:
        others = [each for each in symbols if each != symbol]
        for values in itertools.islice(itertools.product(["1/2", "1", "2", "-1"], repeat=len(others)), 12):
            fixed = {each: sympy.Rational(value) for each, value in zip(others, values)}
            section = numerator.subs(fixed)
            if not section.is_polynomial(symbol) or section.free_symbols != {symbol}:
                continue
            polynomial = sympy.Poly(section, symbol)
            if polynomial.degree() > 12:
                continue
            for root in polynomial.nroots(n=DIGITS, maxsteps=200):
                if abs(sympy.im(root)) < sympy.Float("1e-50"):
                    point = {each.name: mpmath.mpf(value.p) / value.q for each, value in fixed.items()}
                    yield {**point, symbol.name: mpmath.mpf(str(sympy.re(root)))}


def misses(points, own, other, base):
    """Is there a point that solves one equation and surely not the other?"""
    for point in points:
        place = Place(point, False, base)
        here, there = place.maybe(own), place.maybe(other)
        if here is not None and there is not None and abs(here) < AGREES and abs(there) > DIFFERS:
            return True
    return False


def equation(left, right, base):
    names = sorted({node["name"] for tree in (left, right) for node in walk(tree) if node["kind"] == "variable"})
    if not names or len(names) > MAX_VARIABLES:
        return "unknown"
    points = [
        point
        for point in sample_points(names)
        if all(Place(point, False, base).maybe(tree) is not None for tree in (left, right))
    ]
    if not points:
        return "unknown"
    symbols = symbols_for(names, points)
    a, b = build(left, symbols, base), build(right, symbols, base)
    if a == 0 or b == 0:
        return "unknown"
    if is_constant_quotient(a, b):
        return "equal"
    ordered = list(symbols.values())
    p, q = radical(a, ordered), radical(b, ordered)
    if p is not None and q is not None and is_constant_quotient(p, q):
        return "equal"
    if misses(solutions(a, ordered), left, right, base) or misses(solutions(b, ordered), right, left, base):
        return "different"
    return "unknown"


def answer(question):
    left, right = question["left"], question["right"]
    check_size(left)
    check_size(right)
    decide = equation if question["kind"] == "equation" else identity
    is_open = any(is_call(node, "log") and len(node["of"]) == 1 for tree in (left, right) for node in walk(tree))
    # A logarithm without a base may be to base 10 or e: only what holds for both is certain.
    answers = {decide(left, right, base) for base in ([10, None] if is_open else [None])}
    return answers.pop() if len(answers) == 1 else "unknown"


def bounded_answer(question):
    try:
        with mpmath.workdps(DIGITS), Budget(MAX_CALLS):
            return answer(question)
    except (Exhausted, TooLarge, RecursionError):
        return "unknown"
    except Exception:
        # SymPy raises many kinds of errors at what it doesn't expect; none of them says anything about the answer.
        return "unknown"


def answer_json(text):
    return json.dumps([bounded_answer(question) for question in json.loads(text)])
