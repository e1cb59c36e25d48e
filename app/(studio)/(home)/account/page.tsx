import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { AccountScreen } from "#components/auth/account-screen.tsx";
import { keysQuery } from "#components/auth/queries.ts";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const state = await prefetch(({ api, queryClient }) => queryClient.fetchQuery(keysQuery(api)));
  return (
    <HydrationBoundary state={state}>
      <AccountScreen />
    </HydrationBoundary>
  );
}
