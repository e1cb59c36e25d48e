import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { MigrationAdapters } from "./adapter.ts";

let panic = "";

// The engine calls this by its global name before it gives up; without it, the reason would be lost.
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message) },
});

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  const glueFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(readFileSync(glueFile.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  const begin = instance.exports["__wbindgen_start"];
  if (typeof begin === "function") begin();
}

/**
 * Runs `work` with Prisma's schema engine, connected to the database at `url`. `scriptError` tells what PostgreSQL
 * said of the last script that failed, which the engine keeps to itself.
 */
export async function withEngine<T>(
  url: string,
  models: [path: string, text: string][] | undefined,
  work: (engine: glue.SchemaEngine, scriptError: () => Error | undefined) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  await loaded;
  const adapters = new MigrationAdapters(url);
  const factory = bindMigrationAwareSqlAdapterFactory(adapters);
  const engine = await glue.SchemaEngine.new({ datamodels: models }, () => {}, factory);
  try {
    return await work(engine, () => adapters.scriptError);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError)
      throw new Error(`The schema engine gave up: ${panic}`, { cause: error });
    throw error;
  } finally {
    await adapters.dispose();
  }
}
