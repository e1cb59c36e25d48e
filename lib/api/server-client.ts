import { createRouterClient } from "@orpc/server";
import type { Context } from "#lib/context.ts";
import type { ApiClient } from "./client.ts";
import { toORPCError } from "./error-map.ts";
import { router } from "./router.ts";

/**
 * The API without the network, for pages that prefetch on the server: same operations, same guards. Results are
 * plain JSON by contract (timestamps are strings), so both clients have one type.
 */
export function createServerClient(context: Context): ApiClient {
  return createRouterClient(router, {
    context,
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw toORPCError(error);
        }
      },
    ],
  });
}
