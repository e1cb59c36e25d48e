import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { MyFiguresScreen } from "#components/review/my-figures-screen.tsx";
import { myFiguresQuery } from "#components/review/queries.ts";

export const metadata: Metadata = { title: "My figures" };

interface Props {
  params: Promise<{ project: string; queue: string }>;
}

export default async function MyFiguresPage({ params }: Props) {
  const { project, queue } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    queryClient.fetchQuery(myFiguresQuery(api, project, Number(queue))),
  );
  return (
    <HydrationBoundary state={state}>
      <MyFiguresScreen project={project} queue={Number(queue)} />
    </HydrationBoundary>
  );
}
