import type { ReactNode } from "react";
import { QueryProvider } from "#components/api/query-provider.tsx";

export default function StudioLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>;
}
