import { openApiDocument } from "#lib/api/openapi.ts";

export async function GET(): Promise<Response> {
  return Response.json(await openApiDocument());
}
