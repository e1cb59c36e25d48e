import { join } from "node:path";

/**
 * The folder that holds package.json. A module that Next.js has bundled can't tell where its source lies, but the web
 * server's working folder is the checkout.
 */
export const checkout =
  typeof import.meta.dirname === "string"
    ? join(import.meta.dirname, "..", "..")
    : join(/* turbopackIgnore: true */ process.cwd());

export const pythonFolder = join(checkout, "lib", "python");
export const pyodideFolder = join(checkout, "node_modules", "pyodide");
