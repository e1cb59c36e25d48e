import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes as base64url: 43 characters. */
export function newToken(prefix = ""): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** SHA-256, hexadecimal. Tokens have 256 random bits, so a plain hash is enough (no salt, no stretching). */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
