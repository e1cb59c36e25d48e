"""What SymPy and the numbers come to for one question, and for all of them."""

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
