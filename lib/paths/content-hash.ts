import { createHash } from "node:crypto";
import type { Segment } from "./contract.ts";

/** SHA-256 over model and segments as JSON with fixed keys, hexadecimal: a path's identity within its problem. */
export function contentHash(path: { model?: string | undefined; segments: readonly Segment[] }): string {
  const segments = path.segments.map(({ type, content }) => ({ type, content }));
  return createHash("sha256")
    .update(JSON.stringify({ model: path.model ?? null, segments }), "utf8")
    .digest("hex");
}
