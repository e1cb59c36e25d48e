import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { meaning } from "./shutdown.ts";

const program = fileURLToPath(new URL("./testing/two-parts.ts", import.meta.url));

interface Outcome {
  lines: string[];
  code: number | null;
}

/** Ends when the program and all who share its output, so its children too, have ended. */
function runAndSend(send: (pid: number) => void): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program], {
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    let sent = false;
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (sent || !output.includes("first up") || !output.includes("second up")) return;
      sent = true;
      if (child.pid !== undefined) send(child.pid);
    });
    child.once("close", (code) => resolve({ lines: output.trim().split("\n"), code }));
  });
}

test("Ctrl-C, which reaches the whole process group, stops the parts one by one, the last one first", async () => {
  const { lines, code } = await runAndSend((pid) => process.kill(-pid, "SIGINT"));
  expect(lines.slice(2)).toEqual(["second down", "first down", "over"]);
  expect(code).toBe(0);
});

test("children stop when their parent was killed and could not tell them", async () => {
  const { lines } = await runAndSend((pid) => process.kill(pid, "SIGKILL"));
  expect(lines.slice(2).sort()).toEqual(["first down", "second down"]);
});

test("the same Ctrl-C, passed on by npm, is an echo; a later one kills", () => {
  expect(meaning(undefined, 5_000)).toBe("stop");
  expect(meaning(5_000, 5_040)).toBe("echo");
  expect(meaning(5_000, 6_000)).toBe("kill");
});
