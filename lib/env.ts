import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { AppError } from "#lib/errors.ts";

/** The installation's settings, from environment variables alone. */
export interface Env {
  /** `DATABASE_URL`; undefined means the embedded PostgreSQL of `home`. */
  readonly databaseUrl: string | undefined;
  /** `LEMMA_HOME`, absolute: everything that this installation keeps on disk. */
  readonly home: string;
  readonly port: number;
  readonly host: string;
  /** `LEMMA_URL`: the public origin, without a slash at its end. */
  readonly url: string;
  /** `LEMMA_SANDBOX_URL`: a code-execution sandbox that runs Python in place of the embedded one. */
  readonly sandboxUrl: string | undefined;
}

type Source = Readonly<Record<string, string | undefined>>;

const anywhere = new Set(["0.0.0.0", "::", "127.0.0.1", "::1", "localhost"]);

const shape = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres:// or postgresql://")
    .optional(),
  LEMMA_HOME: z.string().default(".lemma"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number from 1 to 65535")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, "must be a port number from 1 to 65535")
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be a host name or an address")
    .default("127.0.0.1"),
  LEMMA_URL: z
    .string()
    .refine(isOrigin, "must be an http or https address without a path, such as https://lemma.example.org")
    .transform((url) => new URL(url).origin)
    .optional(),
  LEMMA_SANDBOX_URL: z
    .string()
    .refine(isSandboxUrl, "must be an http or https address, such as http://sandbox.example.org:6000")
    .optional(),
});

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "";
}

function isSandboxUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "";
}

/** Reads the settings anew at each call. Throws an AppError that names the variable and what it must be. */
export function env(source: Source = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError("invalid_input", `${issue?.path.join(".")} ${issue?.message}.`);
  }
  const { DATABASE_URL, LEMMA_HOME, PORT, HOST, LEMMA_URL, LEMMA_SANDBOX_URL } = parsed.data;
  return {
    databaseUrl: DATABASE_URL,
    // The checkout is the working folder of the web server, the workers and the tests alike.
    home: resolve(LEMMA_HOME),
    port: PORT,
    host: HOST,
    url: LEMMA_URL ?? `http://${anywhere.has(HOST) ? "127.0.0.1" : hostInUrl(HOST)}:${PORT}`,
    sandboxUrl: LEMMA_SANDBOX_URL,
  };
}

function hostInUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** The database that this process works on. Throws where no `DATABASE_URL` is set. */
export function databaseUrl(): string {
  const url = env().databaseUrl;
  if (url === undefined) {
    throw new AppError("unavailable", "DATABASE_URL is not set; `lemma start` brings its own PostgreSQL.");
  }
  return url;
}

/**
 * What cookies and tokens are signed with: `LEMMA_SECRET` (32 characters or more), or a random one that is
 * made once and kept in `LEMMA_HOME/secret`, readable by its owner alone.
 */
export function secret(source: Source = process.env): string {
  const given = source["LEMMA_SECRET"];
  if (given) {
    if (given.length >= 32) return given;
    throw new AppError("invalid_input", "LEMMA_SECRET must have at least 32 characters.");
  }
  const { home } = env(source);
  const file = join(home, "secret");
  return readSecret(file) ?? makeSecret(home, file);
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw new AppError("unavailable", `The file ${file} can't be read by this user.`, {}, { cause: error });
  }
}

function makeSecret(home: string, file: string): string {
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const draft = `${file}.${process.pid}`;
  const made = randomBytes(32).toString("base64url");
  writeFileSync(draft, made, { mode: 0o600 });
  try {
    // A link never replaces a file: of two processes that start together, both keep the first one's secret.
    linkSync(draft, file);
    return made;
  } catch (error) {
    if (isCode(error, "EEXIST")) return readFileSync(file, "utf8").trim();
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
