"""Values of trees at points of the complex plane, by mpmath at 60 digits."""


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
