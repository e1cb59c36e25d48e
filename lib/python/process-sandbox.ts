import { env } from "#lib/env.ts";
import { openSandbox } from "./pool.ts";
import { remoteSandbox } from "./remote.ts";
import type { Sandbox } from "./sandbox.ts";

let opened: Sandbox | null = null;

/** The sandbox of this process: the one of LEMMA_SANDBOX_URL where that is set, else the embedded one. */
export async function sandbox(): Promise<Sandbox> {
  const { sandboxUrl } = env();
  opened ??= sandboxUrl === undefined ? openSandbox() : remoteSandbox({ url: sandboxUrl });
  return opened;
}

/** Ends what `sandbox` opened; programs that still run are cancelled. */
export async function closeSandbox(): Promise<void> {
  const closing = opened;
  opened = null;
  await closing?.close();
}
