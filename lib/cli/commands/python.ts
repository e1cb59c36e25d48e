import type { Command } from "commander";

interface Options {
  ifPossible?: true;
}

export function registerPython(program: Command): void {
  program
    .command("python")
    .description("install SymPy for the Python sandbox")
    .option("--if-possible", "only say so where it can't be had")
    .action(async (options: Options) => {
      const { installPackages } = await import("#lib/python/install.ts");
      try {
        await installPackages(console.info);
      } catch (error) {
        if (!options.ifPossible) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        console.warn(`The studio runs without SymPy until then. ${reason}`);
      }
    });
}
