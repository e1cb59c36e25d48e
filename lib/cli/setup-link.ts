// Run as a program of its own by `lemma start`, so that its database connections end with it.
import { setupLink } from "#lib/auth/setup.ts";

const link = await setupLink();
process.stdout.write(link ?? "", () => process.exit());
