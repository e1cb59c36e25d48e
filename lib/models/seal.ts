import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { secret } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key for one purpose, derived from the installation's secret (HKDF-SHA-256, RFC 5869). */
export function derivedKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret(), "", `lemma ${purpose}`, 32));
}

/**
 * Seals a text with AES-256-GCM (NIST SP 800-38D). It opens only for the same `identity`, so a sealed text that is
 * copied to another row stays shut. `v1.` and base64url of nonce, tag and ciphertext.
 */
export function seal(text: string, identity: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", derivedKey("model keys"), nonce);
  cipher.setAAD(Buffer.from(identity));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** Opens what `seal` made. AppError where the secret, the identity or the text isn't the one that it was sealed with. */
export function unseal(sealed: string, identity: string): string {
  const [version, encoded = ""] = sealed.split(".");
  const bytes = Buffer.from(encoded, "base64url");
  try {
    if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error("not a sealed text");
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", derivedKey("model keys"), nonce);
    decipher.setAAD(Buffer.from(identity));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString("utf8");
  } catch (error) {
    throw new AppError(
      "conflict",
      "The model's key can't be opened: this installation's secret is another one than when it was saved. Enter the key again under Models.",
      { field: "key" },
      { cause: error },
    );
  }
}
