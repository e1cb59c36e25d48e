import { dirname } from "node:path";
import { expect, test } from "vitest";
import { each, prison } from "./testing/prison.ts";

const { attempt, bait, loot, port } = prison();

test("files of the machine can't be read", async () => {
  const path = JSON.stringify(bait);
  const outcome = await attempt(
    each([
      `open(${path}).read()`,
      `open("/etc/passwd").read()`,
      `__import__("os").open(${path}, 0)`,
      `__import__("io").FileIO(${path}).read()`,
      `__import__("pathlib").Path(${path}).read_text()`,
      `open("/proc/self/environ", "rb").read()`,
      `__import__("os").listdir(${JSON.stringify(dirname(bait))})`,
    ]),
  );
  expect(outcome).toMatchObject({ value: "[]", error: null });
});

test("files of the machine can't be written, and those of the interpreter can't either", async () => {
  const outcome = await attempt(
    each([
      `open(${JSON.stringify(loot)}, "w").write("x")`,
      `open("/lib/python314.zip", "wb").write(b"x")`,
      `open("/lib/packages.zip", "ab").write(b"x")`,
      `open("/lib/python3.14/site-packages/poison.py", "w").write("x")`,
      `__import__("os").mkdir("/poison") or "made"`,
      `__import__("os").rename("/lib", "/bil") or "renamed"`,
      `__import__("os").unlink("/lib/python314.zip") or "gone"`,
      `__import__("os").truncate("/lib/python314.zip", 0) or "cut"`,
      `__import__("os").chmod("/lib", 0o777) or "changed"`,
      `__import__("os").symlink("/tmp", "/poison") or "linked"`,
    ]),
  );
  expect(outcome).toMatchObject({ value: "[]", error: null });
});

test("what a program writes is gone for the next, open files and the working folder too", async () => {
  const outcome = await attempt(`
import os
open("/tmp/a.txt", "w").write("mine")
open("poison.py", "w").write("x = 1")
os.makedirs("/tmp/deep/er")
keep = [os.open("/tmp/a.txt", os.O_RDONLY) for _ in range(200)]
os.chdir("/tmp/deep")
os.close(0); os.close(1); os.close(2)
print(len(keep), os.listdir("/tmp"))`);
  expect(outcome.stdout).toBe("200 ['a.txt', 'deep']\n");
});

test("the scratch folders hold a limited number of bytes and files", async () => {
  const outcome = await attempt(`
import os
refused = []
def tried(work):
    try: work()
    except OSError as e: refused.append(e.errno)
def fill():
    with open("/tmp/big", "wb", buffering=0) as f:
        for _ in range(1000): f.write(bytes(1 << 20))
def many():
    for n in range(100_000): open(f"/tmp/{n}", "w").close()
def sparse():
    with open("/tmp/sparse", "wb", buffering=0) as f:
        f.seek(1 << 40); f.write(b"x")
tried(fill); tried(many); tried(sparse); tried(lambda: os.truncate("/tmp/big", 1 << 40))
len(refused)`);
  expect(outcome).toMatchObject({ value: "4", error: null });
});

test("the environment of the studio isn't there", async () => {
  expect(
    await attempt(`import os\nos.environ.get("LEMMA_ESCAPE_SECRET"), os.getenv("DATABASE_URL")`),
  ).toMatchObject({
    value: "(None, None)",
  });
});

test("the network isn't there: sockets, addresses, HTTP", async () => {
  const outcome = await attempt(
    each([
      `__import__("socket").create_connection(("127.0.0.1", ${port()}), 2).send(b"x")`,
      `__import__("socket").getaddrinfo("localhost", ${port()}) and None`,
      `__import__("urllib.request").request.urlopen("http://127.0.0.1:${port()}/", timeout=2).read()`,
      `__import__("http.client").client.HTTPConnection("127.0.0.1", ${port()}, timeout=2).request("GET", "/") or "asked"`,
    ]),
  );
  expect(outcome.value === "[]" || outcome.error !== null).toBe(true);
});

test("processes can't be started: system, popen, subprocess, fork, exec, spawn", async () => {
  const touch = JSON.stringify(`touch ${loot}`);
  const outcome = await attempt(
    each([
      `__import__("os").system(${touch})`,
      `__import__("os").popen(${touch}).read()`,
      `__import__("subprocess").run(${touch}, shell=True) and "ran"`,
      `__import__("os").fork()`,
      `__import__("os").execv("/bin/sh", ["sh", "-c", ${touch}])`,
      `__import__("os").posix_spawn("/bin/sh", ["sh", "-c", ${touch}], {})`,
      `__import__("_posixsubprocess").fork_exec`,
      `__import__("multiprocessing").Process(target=print).start() or "started"`,
    ]),
  );
  expect(outcome.error ?? outcome.value).toMatch?.(/./);
  expect(outcome.value ?? "").not.toMatch(/ran|started|\d{2,}/);
});
