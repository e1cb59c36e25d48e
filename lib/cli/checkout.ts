import { join } from "node:path";

/** The folder that holds package.json. */
export const checkout = join(import.meta.dirname, "..", "..");
