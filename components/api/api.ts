import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { createClient } from "#lib/api/client.ts";

const origin = typeof window === "undefined" ? "" : window.location.origin;

/** The browser's typed client of the HTTP API. Known by its cookie. */
export const client = createClient({ url: origin });

/** Query and mutation options of every operation. */
export const api = createTanstackQueryUtils(client);

/** The same for a page that prefetches with the server's client: `api` and it make the same query keys. */
export type Api = typeof api;
