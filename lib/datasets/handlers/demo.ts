// Run as a program of its own by `lemma start --demo`, so that its database connections end with it.
import { loadDemo } from "../store/demo.ts";

const { slug } = await loadDemo(null);
process.stdout.write(`The demo project is at /projects/${slug}`, () => process.exit());
