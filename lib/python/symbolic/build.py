"""SymPy's objects, built from trees by hand."""


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
