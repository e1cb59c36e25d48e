import { z } from "zod";
import { byteStream } from "#lib/api/byte-stream.ts";
import { errorResponse } from "#lib/api/handler.ts";
import { rowId } from "#lib/api/operation.ts";
import { contextOf } from "#lib/api/request-context.ts";
import { exportStream } from "#lib/api/streams.ts";
import { authorise } from "#lib/auth/authorise.ts";
import { attachment } from "#lib/datasets/content-disposition.ts";
import { exportFormat } from "#lib/datasets/contract.ts";
import { namesTag } from "#lib/datasets/etag.ts";
import { exportBytes } from "#lib/datasets/export-bytes.ts";
import { exportWriter } from "#lib/datasets/export-lines.ts";
import { exportName } from "#lib/datasets/export-name.ts";
import { formatsOf } from "#lib/datasets/formats.ts";
import { frozenRows } from "#lib/datasets/store/frozen-rows.ts";
import { type ReadyVersion, readyVersion } from "#lib/datasets/store/read-version.ts";
import { AppError, notFound } from "#lib/errors.ts";

interface Route {
  params: Promise<{ project: string; dataset: string; number: string }>;
}

const query = z.object({ format: exportFormat, style: z.enum(["text", "messages"]).default("text") });
type Query = z.infer<typeof query>;

function readQuery(request: Request): Query {
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "format";
  throw new AppError("invalid_input", `${field}: ${issue?.message}`, { field });
}

function idOf(text: string): number {
  const parsed = rowId.safeParse(text);
  if (!parsed.success) throw notFound("version");
  return parsed.data;
}

/** What the file is called, how long it is and what identifies it, before a row of it has been read. */
function headersOf(project: string, version: ReadyVersion, { format, style }: Query): Headers {
  const file = version.manifest.files.find((each) => each.format === format);
  if (!file) {
    const formats = formatsOf(version.kind).join(", ");
    throw new AppError("invalid_input", `This version leaves as ${formats}, not as ${format}.`, {
      field: "format",
    });
  }
  const headers = new Headers({
    "content-type": "application/jsonl; charset=utf-8",
    "content-disposition": attachment(exportName(project, version, format)),
    "cache-control": "private, no-cache",
  });
  // The manifest knows the files in text style. The other style follows from the same rows, but its bytes don't.
  if (style === "text" || format === "lemma") {
    headers.set("etag", `"${file.sha256}"`);
    headers.set("content-length", String(file.bytes));
  } else {
    headers.set("etag", `"${file.sha256}-${style}"`);
  }
  return headers;
}

async function answer(request: Request, { params }: Route): Promise<Response> {
  try {
    const { project, dataset, number } = await params;
    const scope = await authorise(await contextOf(request), exportStream.role, project);
    if (!scope) throw notFound("project");
    const asked = readQuery(request);
    const version = await readyVersion(scope, idOf(dataset), idOf(number));
    const headers = headersOf(project, version, asked);
    if (namesTag(request.headers.get("if-none-match"), headers.get("etag") ?? "")) {
      headers.delete("content-length");
      return new Response(null, { status: 304, headers });
    }
    if (request.method === "HEAD") return new Response(null, { headers });
    const write = exportWriter(asked.format, asked.style);
    return new Response(byteStream(exportBytes(frozenRows(version.id), write)), { headers });
  } catch (error) {
    return errorResponse(error);
  }
}

export { answer as GET, answer as HEAD };
