// A test server in a process of its own: `node model-server-process.ts REPLIES [PORT] [KEY]`, where REPLIES names a
// file in replies/ that exports `reply`. Prints its base URL as the first line; ends with its parent or on SIGTERM.
import { startModelServer } from "./model-server.ts";
import type { Reply } from "./reply-plan.ts";

const [replies = "maths", port, key] = process.argv.slice(2);
if (!/^[\w-]+$/.test(replies)) throw new Error(`${replies} names no file in replies/`);
// The file is named on the command line, so its type is known only by the convention of that folder.
const { reply } = (await import(`./replies/${replies}.ts`)) as { reply: Reply };
const server = await startModelServer({
  reply,
  ...(port ? { port: Number(port) } : {}),
  ...(key ? { key } : {}),
});
console.log(server.url);
process.once("disconnect", () => process.exit());
process.once("SIGTERM", () => process.exit());
