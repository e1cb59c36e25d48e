import { expect, test } from "vitest";
import { prison } from "./testing/prison.ts";

const { attempt, run } = prison();

test("modules and builtins that were patched are whole again", async () => {
  const outcome = await attempt(`
import builtins, json, math, re, sys, types
builtins.print = builtins.len = builtins.sum = lambda *a: 42
builtins.poison = 1
math.sqrt = lambda x: 0
json.dumps.__code__ = (lambda *a, **k: "poison").__code__
re.match = None
sys.modules["poison"] = types.ModuleType("poison")
sys.setrecursionlimit(77_777)
sys.set_int_max_str_digits(0)
7`);
  expect(outcome.error === null || outcome.error.kind === "crash").toBe(true);
});

test("hooks don't outlive their program: trace, profile, audit, exit, garbage, finalisers, weak references", async () => {
  await attempt(`
import atexit, gc, sys, threading, weakref
def spy(*a): print("poison")
sys.settrace(lambda *a: None); sys.setprofile(spy); sys.addaudithook(lambda *a: None)
atexit.register(spy); gc.callbacks.append(spy); gc.disable()
sys.excepthook = sys.unraisablehook = sys.displayhook = spy
class Late:
    def __del__(self): print("poison")
late = [Late() for _ in range(100)]
late.append(late)`);
});

test("classes of the language that were changed are as before", async () => {
  const outcome = await attempt(`
import collections, decimal, fractions, random
fractions.Fraction.__add__ = lambda a, b: 0
decimal.getcontext().prec = 2
collections.UserDict.__len__ = lambda s: 9
random.seed(99)
1`);
  expect(outcome.value).toBe("1");
  const after = await run(`
from fractions import Fraction
from decimal import Decimal
str(Fraction(1, 3) + Fraction(1, 6)), str(Decimal(1) / Decimal(3))`);
  expect(after.value).toBe("('1/2', '0.3333333333333333333333333333')");
});

test("a result can be poisoned for its own program only", async () => {
  const outcome = await attempt(`
import sys
driver = sys._getframe(1)
while driver and "observed" not in driver.f_globals: driver = driver.f_back
if driver:
    driver.f_globals["json"].dumps = lambda *a, **k: '{"stdout": "forged", "value": "1", "error": null, "truncated": 0, "blocks": []}'
1`);
  expect(["forged", ""]).toContain(outcome.stdout);
});

test("an answer that is no answer is a crash of that program alone", async () => {
  for (const forged of ["'no json'", "7", "'[' * 100"]) {
    const outcome = await attempt(`
import sys
driver = sys._getframe(1)
while driver and "observed" not in driver.f_globals: driver = driver.f_back
driver.f_globals["json"].dumps = lambda *a, **k: ${forged}`);
    expect(outcome.error?.kind).toBe("crash");
  }
});

test("threads, timers and tasks don't run on after their program", async () => {
  await attempt(`
import signal, threading
for way in (lambda: threading.Thread(target=print, args=("poison",)).start(),
            lambda: threading.Timer(0.01, print, ("poison",)).start(),
            lambda: signal.alarm(1), lambda: signal.setitimer(signal.ITIMER_REAL, 0.01),
            lambda: signal.signal(signal.SIGALRM, print)):
    try: way()
    except BaseException: pass`);
  await attempt(`
import asyncio
async def later():
    await asyncio.sleep(0.01)
    print("poison")
try:
    loop = asyncio.get_event_loop_policy().new_event_loop()
    loop.create_task(later()); loop.call_later(0.01, print, "poison")
except BaseException: pass
try: asyncio.ensure_future(later())
except BaseException: pass`);
});
