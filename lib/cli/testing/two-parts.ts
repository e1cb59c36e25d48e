// A program with two children, for the test of the orderly stop.
import { startChild } from "../child.ts";
import { aborted, untilStopped } from "../shutdown.ts";

function part(name: string) {
  const says = `process.once("SIGTERM", () => { console.log("${name} down"); process.exit(); })`;
  return startChild(["--eval", `${says}; setInterval(() => {}, 1000); console.log("${name} up")`]);
}

await untilStopped(async (stopped, hold) => {
  hold(part("first"));
  hold(part("second"));
  await aborted(stopped);
});
console.log("over");
process.exit();
