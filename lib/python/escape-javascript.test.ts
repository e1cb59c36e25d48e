import { expect, test } from "vitest";
import { each, prison } from "./testing/prison.ts";

const { attempt, loot } = prison();

test("JavaScript can't be imported: js, pyodide_js, pyodide, and what they are made of", async () => {
  const names = [
    "js",
    "pyodide_js",
    "pyodide",
    "pyodide.code",
    "pyodide.ffi",
    "_pyodide",
    "_pyodide_core",
    "pyodide_js._api",
  ];
  const outcome = await attempt(each(names.map((name) => `__import__(${JSON.stringify(name)})`)));
  expect(outcome).toMatchObject({ value: "[]", error: null });
});

test("importlib, loaders and the list of built-in modules don't bring it back", async () => {
  const outcome = await attempt(`
import importlib, importlib.machinery, importlib.util, sys, _imp
got = []
sys.meta_path[:] = [importlib.machinery.BuiltinImporter, importlib.machinery.FrozenImporter, importlib.machinery.PathFinder]
for name in ("js", "pyodide_js", "_pyodide_core", "_ctypes", "_pyodide", "pyodide.code"):
    sys.modules.pop(name, None)
    for way in (importlib.import_module, lambda n: _imp.create_builtin(importlib.util.find_spec(n)),
                importlib.machinery.BuiltinImporter.load_module,
                lambda n: importlib.util.module_from_spec(importlib.machinery.ModuleSpec(n, importlib.machinery.BuiltinImporter))):
        try:
            module = way(name)
        except BaseException as e:
            continue
        for attribute in ("run_js", "CDLL", "dlopen", "call_function", "JsProxy", "process", "FS"):
            if hasattr(module, attribute): got.append((name, attribute))
got`);
  expect(outcome.error?.kind ?? outcome.value).toMatch(/^(\[\]|crash)$/);
});

test("no object of JavaScript can be reached from anything that Python knows", async () => {
  const outcome = await attempt(`
import gc, sys
gc.unfreeze()
seen = {}
queue = [sys.modules, *gc.get_objects()]
while queue:
    item = queue.pop()
    if id(item) in seen: continue
    seen[id(item)] = item
    queue.extend(gc.get_referents(item))
sorted({repr(item)[:80] for item in seen.values() if "JsProxy" in [kind.__name__ for kind in type(item).__mro__]}), len(seen) > 10_000`);
  expect(outcome).toMatchObject({ value: "([], True)", error: null });
});

test("subclasses, frames, closures and tracebacks lead no further than Python", async () => {
  const outcome = await attempt(`
import sys
got = []
for kind in object.__subclasses__():
    if "js" in kind.__module__.lower() or "Js" in kind.__name__ and kind.__module__ not in ("json",):
        for maker in (lambda: kind(), lambda: kind.__new__(kind), lambda: kind(1)):
            try: got.append(str(maker().constructor))
            except BaseException: pass
frame = sys._getframe()
while frame:
    got += [name for name, value in frame.f_globals.items() if "Js" in type(value).__name__]
    frame = frame.f_back
got`);
  expect(outcome).toMatchObject({ value: "[]", error: null });
});

test("ctypes doesn't work, not even its built-in half", async () => {
  const outcome = await attempt(`
import sys
sys.modules.pop("ctypes", None)
sys.meta_path[:] = [f for f in sys.meta_path if "ClosedDoors" not in repr(f)]
got = []
try:
    import _ctypes
    got.append(_ctypes)
except BaseException as e: pass
try:
    import ctypes
    lib = ctypes.CDLL(None)
    lib.emscripten_run_script(b"globalThis.poison = 1")
    lib.system(b"touch ${loot}")
    got.append(lib)
except BaseException as e: pass
got`);
  expect(outcome).toMatchObject({ value: "[]", error: null });
});

test("no module of WebAssembly can be loaded", async () => {
  const outcome = await attempt(`
import importlib.machinery, importlib.util
open("/tmp/poison.so", "wb").write(b"\\0asm\\1\\0\\0\\0\\0\\x10\\x08dylink.0\\1\\4\\0\\0\\0\\0")
loader = importlib.machinery.ExtensionFileLoader("poison", "/tmp/poison.so")
spec = importlib.util.spec_from_loader("poison", loader)
try:
    importlib.util.module_from_spec(spec)
    out = "loaded"
except BaseException as e:
    out = "refused"
out`);
  expect(outcome.value === "refused" || outcome.error?.kind === "crash").toBe(true);
});
