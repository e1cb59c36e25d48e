import type { LookupAddress } from "node:dns";
import { lookup as systemLookup } from "node:dns/promises";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { networkInterfaces } from "node:os";
import { addressAndPort, hostAndPort, isPublicAddress } from "./address.ts";
import type { Failure } from "./retry.ts";
import type { Headers } from "./wait-hint.ts";

export type Posted = { kind: "answered"; status: number; headers: Headers; body: string } | Failure;

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

export interface PostOptions {
  headers: Readonly<Record<string, string>>;
  /** For the whole exchange. */
  milliseconds: number;
  /** Which of these hosts, each as `hostAndPort` writes it, an owner lets models be on. */
  leaves: (hosts: readonly string[]) => Promise<ReadonlySet<string>>;
  resolve?: Resolve;
  /** Most bytes of the answer's body. */
  limit?: number;
}

const MOST_BYTES = 16 * 1024 ** 2;
const CONNECT_MS = 15_000;
/** Once an answer has begun to come, it may rest this long. */
const IDLE_MS = 60_000;

const resolveAll: Resolve = (name) => systemLookup(name, { all: true });

/**
 * Posts JSON, and never into the server's own network but where an owner lets it. The name is resolved once, all its
 * addresses are checked, and the connection goes to these very addresses, so that a name which changes its mind in
 * between (DNS rebinding) gains nothing. Redirects are not followed. Never rejects.
 */
export async function guardedPost(url: URL, body: string, options: PostOptions): Promise<Posted> {
  const deadline = AbortSignal.timeout(options.milliseconds);
  try {
    const addresses = await until(deadline, resolved(url, options.resolve ?? resolveAll));
    const barred = await until(deadline, barredBy(url, addresses, options.leaves));
    if (barred !== null) return { kind: "barred", message: barred };
    return await post(url, Buffer.from(body), addresses, options, deadline);
  } catch (error) {
    if (deadline.aborted) {
      return { kind: "timeout", reason: `it didn't answer within ${options.milliseconds / 1000} s` };
    }
    if (error instanceof Late) return { kind: "timeout", reason: error.message };
    return { kind: "network", reason: reasonOf(error) };
  }
}

class Late extends Error {}

async function resolved(url: URL, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(name);
  const addresses = family === 0 ? await resolve(name) : [{ address: name, family }];
  if (addresses.length === 0) throw new Error(`${name} has no address`);
  return addresses;
}

/** Why the host may not be asked; null where it may. */
async function barredBy(
  url: URL,
  addresses: readonly LookupAddress[],
  leaves: PostOptions["leaves"],
): Promise<string | null> {
  const own = new Set(
    Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? []),
  );
  const inside = addresses.filter(({ address }) => !isPublicAddress(address) || own.has(address));
  if (inside.length === 0) return null;
  const host = hostAndPort(url);
  const port = host.slice(host.lastIndexOf(":") + 1);
  const named = inside.map(({ address }) => addressAndPort(address, port));
  const allowed = await leaves([host, ...named]);
  if (allowed.has(host) || named.every((name) => allowed.has(name))) return null;
  return `${host} is inside the server's own network, where models may be only with an owner's leave. An owner can allow ${host} on the page Models.`;
}

function post(
  url: URL,
  body: Buffer,
  addresses: readonly LookupAddress[],
  { headers: extra, limit = MOST_BYTES }: PostOptions,
  signal: AbortSignal,
): Promise<Posted> {
  const lookup: LookupFunction = (_name, { all }, done) => {
    if (all) return done(null, [...addresses]);
    const [first] = addresses;
    return done(null, first?.address ?? "", first?.family ?? 4);
  };
  return new Promise((settle, reject) => {
    const headers = { ...extra, "content-type": "application/json", "content-length": body.length };
    const ask = url.protocol === "https:" ? requestHttps : requestHttp;
    // A connection of its own each time: a kept one would outlive the check of its address.
    const sent = ask(url, { method: "POST", agent: false, headers, signal, lookup });
    const slow = setTimeout(
      () => sent.destroy(new Late(`it couldn't be reached within ${CONNECT_MS / 1000} s`)),
      CONNECT_MS,
    );
    sent.once("socket", (socket) => {
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => clearTimeout(slow));
    });
    sent.once("close", () => clearTimeout(slow));
    sent.on("error", reject);
    sent.on("response", (answer) => {
      const parts: Buffer[] = [];
      let length = 0;
      answer.socket.setTimeout(IDLE_MS, () => {
        answer.destroy(new Late(`its answer broke off for ${IDLE_MS / 1000} s`));
      });
      answer.on("data", (part: Buffer) => {
        length += part.length;
        if (length <= limit) parts.push(part);
        else answer.destroy(new Error(`its answer is longer than ${limit} bytes`));
      });
      answer.on("error", (error) => reject(answer.complete || length > limit ? error : brokenOff(error)));
      answer.on("end", () =>
        settle({
          kind: "answered",
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    sent.end(body);
  });
}

function brokenOff(error: Error): Error {
  if (error instanceof Late || error.name === "AbortError") return error;
  return new Error("the connection broke off in the middle of the answer");
}

/** The promise, unless the signal comes first. */
async function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([promise, late]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join("; ");
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return error.message || code || error.name;
}
