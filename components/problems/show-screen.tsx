import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime.js";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactElement } from "react";
import { TooltipProvider } from "#components/ui/tooltip.tsx";

/** A cache for a test: it holds what the test puts in, and never asks the network. */
export function testCache(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { enabled: false, retry: false }, mutations: { retry: false } },
  });
}

/** Lets a query in the cache have failed, as it would have with a call that threw this. */
export function fail(cache: QueryClient, queryKey: readonly unknown[], error: Error): void {
  cache.getQueryCache().build(cache, { queryKey }).setState({ status: "error", error, fetchStatus: "idle" });
}

interface Shown {
  /** Addresses that the screen went to, oldest first. */
  visited: string[];
  /** The URL's parameters after each change. */
  searches: string[];
}

/** Renders a screen as a page does, with the URL's parameters that are given. */
export function showScreen(screen: ReactElement, cache: QueryClient, search = ""): Shown {
  const shown: Shown = { visited: [], searches: [] };
  const nothing = () => undefined;
  const router = {
    push: (href: string) => shown.visited.push(href),
    replace: (href: string) => shown.visited.push(href),
    back: nothing,
    forward: nothing,
    refresh: nothing,
    hmrRefresh: nothing,
    prefetch: nothing,
    experimental_gesturePush: nothing,
    bfcacheId: "",
  };
  render(
    <AppRouterContext.Provider value={router}>
      <QueryClientProvider client={cache}>
        <NuqsTestingAdapter
          hasMemory
          searchParams={search}
          onUrlUpdate={({ queryString }) => shown.searches.push(queryString)}
        >
          <TooltipProvider>{screen}</TooltipProvider>
        </NuqsTestingAdapter>
      </QueryClientProvider>
    </AppRouterContext.Provider>,
  );
  return shown;
}
