import { installedPackages } from "../packages.ts";

/** Whether the sandbox has SymPy, which `npm ci` fetches where it can; tests that need it are skipped without it. */
export const HAS_SYMPY = installedPackages() !== null;
if (!HAS_SYMPY)
  console.warn("SKIPPED: SymPy isn't installed (`npx lemma python`), so what needs it isn't tested.");
