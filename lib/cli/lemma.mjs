#!/usr/bin/env node
// Plain JavaScript that any Node from 14 on can read: it finds a Node that can run the rest.
// biome-ignore-start lint/style/useNodejsImportProtocol: Node 14.0 to 14.17 don't know the prefix
import { spawn } from "child_process";
import { existsSync } from "fs";
import { dirname, join } from "path";
import { fileURLToPath } from "url";
// biome-ignore-end lint/style/useNodejsImportProtocol: see above
import { runsTypeScript } from "./node-version.mjs";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const ownNode = join(checkout, "node_modules", "node", "bin", "node");
const isOwnNode = process.execPath === ownNode;

if (runsTypeScript(process.versions.node)) {
  void import("./main.ts");
} else if (existsSync(ownNode) && !isOwnNode) {
  const child = spawn(ownNode, process.argv.slice(1), { stdio: "inherit" });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    for (const each of signals) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
} else {
  console.error(
    `Lemma needs Node 22.18 or later and this is ${process.versions.node}: run \`npm ci\` in ${checkout}, which brings Node 24.`,
  );
  process.exit(1);
}
