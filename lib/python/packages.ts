import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./place.ts";

/** A wheel of pure Python as the Python Package Index has it. */
export interface Wheel {
  name: string;
  version: string;
  file: string;
  sha256: string;
}

/** SymPy, and the mpmath that it asks for. */
export const WHEELS: readonly Wheel[] = [
  {
    name: "sympy",
    version: "1.14.0",
    file: "sympy-1.14.0-py3-none-any.whl",
    sha256: "e091cc3e99d2141a0ba2847328f5479b05d94a6635cb96148ccb3f34671bd8f5",
  },
  {
    name: "mpmath",
    version: "1.3.0",
    file: "mpmath-1.3.0-py3-none-any.whl",
    sha256: "a0b2b9fe80bbcd81a6647ff13108738cfb482d481d826cc0e02f5b35e5c88d2c",
  },
];

const PYTHON = "3.14";

/** It belongs to the code and not to an installation's data, so it lies beside the code whatever LEMMA_HOME says. */
export const packagesFolder = join(checkout, ".lemma", "python");

/** The archive of the wheels' modules, compiled for the sandbox's Python. */
export const packagesFile = join(
  packagesFolder,
  `${WHEELS.map(({ name, version }) => `${name}-${version}`).join("-")}-python${PYTHON}.zip`,
);

/** The archive, or null where it isn't installed: the sandbox then runs without SymPy. */
export function installedPackages(): string | null {
  return existsSync(packagesFile) ? packagesFile : null;
}
