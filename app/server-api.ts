import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { dehydrate, type QueryClient } from "@tanstack/react-query";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Api } from "#components/api/api.ts";
import { createQueryClient } from "#components/api/query-client.ts";
import { type ApiClient, apiFailure } from "#lib/api/client.ts";
import { rowId } from "#lib/api/operation.ts";
import { contextOfHeaders } from "#lib/api/request-context.ts";
import { createServerClient } from "#lib/api/server-client.ts";

/** The API as the person behind this request, without the network. One for each request. */
export const serverClient = cache(async (): Promise<ApiClient> => {
  return createServerClient(await contextOfHeaders(await headers()));
});

interface Prefetch {
  api: Api;
  queryClient: QueryClient;
}

/** A row's number in a page's address; what can't be one leads to the 404 page. */
export function rowIdOrNotFound(text: string): number {
  const id = rowId.safeParse(text);
  return id.success ? id.data : notFound();
}

/**
 * Runs a page's queries before it is sent, so that it opens with its data. What isn't there becomes the 404 page,
 * a missing sign-in leads to the sign-in page; other failures are left for the screen to show.
 */
export async function prefetch(run: (tools: Prefetch) => Promise<unknown>) {
  const queryClient = createQueryClient();
  const client = await serverClient();
  try {
    await run({ api: createTanstackQueryUtils(client), queryClient });
  } catch (error) {
    const { code } = apiFailure(error);
    if (code === "unauthorised") redirect("/sign-in");
    if (code === "not_found") notFound();
    if (code !== "forbidden") throw error;
  }
  return dehydrate(queryClient);
}
