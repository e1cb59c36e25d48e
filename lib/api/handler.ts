import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { onError } from "@orpc/server";
import { AppError } from "#lib/errors.ts";
import { errorBody, isUnexpected, toORPCError } from "./error-map.ts";
import { contextOf } from "./request-context.ts";
import { router } from "./router.ts";

const PREFIX = "/api/v1";

const handler = new OpenAPIHandler(router, {
  clientInterceptors: [
    onError((error) => {
      if (isUnexpected(error)) console.error("api:", error);
      throw toORPCError(error);
    }),
  ],
});

/** The same error body as the contract's operations give, for the streams beside them. */
export function errorResponse(error: unknown): Response {
  if (isUnexpected(error)) console.error("api:", error);
  const { code, status, message, data } = errorBody(error);
  return Response.json({ defined: false, code, status, message, data }, { status });
}

/** Answers any request below /api/v1 that the contract describes. */
export async function handleApi(request: Request): Promise<Response> {
  try {
    const context = await contextOf(request);
    const { matched, response } = await handler.handle(request, { prefix: PREFIX, context });
    if (matched) return response;
    throw new AppError("not_found", `There is no such operation. ${PREFIX}/openapi.json lists them all.`);
  } catch (error) {
    return errorResponse(error);
  }
}
