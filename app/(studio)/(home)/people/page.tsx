import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { PeopleScreen } from "#components/auth/people-screen.tsx";
import { invitationsQuery, peopleQuery } from "#components/auth/queries.ts";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([queryClient.fetchQuery(peopleQuery(api)), queryClient.fetchQuery(invitationsQuery(api))]),
  );
  return (
    <HydrationBoundary state={state}>
      <PeopleScreen />
    </HydrationBoundary>
  );
}
