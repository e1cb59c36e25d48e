import { errorResponse } from "#lib/api/handler.ts";
import { contextOf } from "#lib/api/request-context.ts";
import { uploadStream } from "#lib/api/streams.ts";
import { authorise } from "#lib/auth/authorise.ts";
import { importOptions } from "#lib/datasets/import-options.ts";
import { startImport } from "#lib/datasets/store/imports.ts";
import { writeUpload } from "#lib/datasets/store/upload.ts";
import { AppError, notFound } from "#lib/errors.ts";

const NAME_LENGTH = 200;

function optionsOf(query: URLSearchParams) {
  const model = query.get("model");
  const split = query.get("split");
  const parsed = importOptions.safeParse({
    keepGoing: query.get("keepGoing") === "true",
    ...(model ? { model } : {}),
    ...(split ? { split } : {}),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError("invalid_input", issue?.message ?? "The options are not of the right form.", {
    field: issue?.path.join(".") ?? "options",
  });
}

/** Takes a file's bytes as the body, one chunk in memory at a time. With `import=true` its import starts at once. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ project: string }> },
): Promise<Response> {
  try {
    const context = await contextOf(request);
    const scope = await authorise(context, uploadStream.role, (await params).project);
    if (!scope) throw notFound("project");
    const query = new URL(request.url).searchParams;
    const options = optionsOf(query);
    if (!request.body)
      throw new AppError("invalid_input", "Send the file as the request's body.", { field: "body" });
    const length = request.headers.get("content-length");
    const upload = await writeUpload(
      scope,
      {
        name: (query.get("name") ?? "upload").slice(0, NAME_LENGTH),
        announcedBytes: length === null ? null : Number(length),
      },
      request.body,
    );
    if (query.get("import") !== "true") return Response.json({ upload });
    return Response.json({ upload, run: await startImport(scope, upload.id, options) });
  } catch (error) {
    return errorResponse(error);
  }
}
