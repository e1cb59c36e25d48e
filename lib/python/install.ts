import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { loadPyodide } from "pyodide";
import { AppError } from "#lib/errors.ts";
import { installedPackages, packagesFile, packagesFolder, WHEELS, type Wheel } from "./packages.ts";

const wheelsFolder = join(packagesFolder, "wheels");
const INTERPRETERS = ["python3", "python"];
const PIP_MILLISECONDS = 120_000;

function isWhole(file: string, { sha256 }: Wheel): boolean {
  return existsSync(file) && createHash("sha256").update(readFileSync(file)).digest("hex") === sha256;
}

function missing(): readonly Wheel[] {
  return WHEELS.filter((wheel) => !isWhole(join(wheelsFolder, wheel.file), wheel));
}

/** Has pip fetch the wheels from wherever it is set up to fetch from. */
async function fetchByPip(python: string, wheels: readonly Wheel[]): Promise<void> {
  const wanted = wheels.map(({ name, version }) => `${name}==${version}`);
  const options = ["--quiet", "--no-deps", "--only-binary", ":all:", "--disable-pip-version-check"];
  await promisify(execFile)(
    python,
    ["-m", "pip", "download", ...options, "--dest", wheelsFolder, ...wanted],
    {
      timeout: PIP_MILLISECONDS,
    },
  );
}

async function fetchWheels(): Promise<void> {
  mkdirSync(wheelsFolder, { recursive: true });
  const causes: string[] = [];
  for (const python of INTERPRETERS) {
    const wheels = missing();
    if (wheels.length === 0) return;
    try {
      await fetchByPip(python, wheels);
    } catch (error) {
      causes.push(error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : String(error));
    }
  }
  const wheels = missing();
  if (wheels.length === 0) return;
  const files = wheels.map(({ file }) => file).join(" and ");
  throw new AppError(
    "unavailable",
    `SymPy couldn't be fetched by pip (${causes[0] ?? "the files it brought aren't the expected ones"}). ` +
      `Put ${files} into ${wheelsFolder} and run \`npx lemma python\` again.`,
  );
}

/**
 * Compiles each module by the very Python that will import it, without docstrings and assertions, as `python -OO` does,
 * and leaves tests and data for them out.
 */
const COMPILE = `
import importlib.util, io, marshal, zipfile
UNWANTED = ("/tests/", "/test-examples/", "/benchmarks/")
def compiled(wheels):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for wheel in wheels:
            with zipfile.ZipFile(io.BytesIO(bytes(wheel))) as source:
                for name in sorted(source.namelist()):
                    if not name.endswith(".py") or any(part in name for part in UNWANTED):
                        continue
                    code = compile(source.read(name), "/lib/packages.zip/" + name, "exec", optimize=2)
                    # PEP 552: flags of a file that is never checked against its source.
                    header = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
                    entry = zipfile.ZipInfo(name + "c", (2000, 1, 1, 0, 0, 0))
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    target.writestr(entry, header + marshal.dumps(code))
    return out.getvalue()
compiled
`;

async function compileWheels(): Promise<Uint8Array> {
  const python = await loadPyodide();
  const compiled = python.runPython(COMPILE);
  const wheels = WHEELS.map(({ file }) => new Uint8Array(readFileSync(join(wheelsFolder, file))));
  const archive = compiled(python.toPy(wheels));
  return archive.toJs();
}

/**
 * Puts SymPy and mpmath where the sandbox finds them, once; the only step that needs a network, and only where the
 * wheels aren't in `.lemma/python/wheels` already. Their SHA-256 is checked. Throws an AppError that says what to do.
 */
export async function installPackages(say: (line: string) => void): Promise<void> {
  if (installedPackages() !== null) return say("SymPy is installed.");
  say("Installing SymPy for the Python sandbox (once)");
  await fetchWheels();
  const draft = `${packagesFile}.${process.pid}`;
  writeFileSync(draft, await compileWheels());
  renameSync(draft, packagesFile);
  say("SymPy is installed.");
}
