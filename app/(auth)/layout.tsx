import type { ReactNode } from "react";
import { QueryProvider } from "#components/api/query-provider.tsx";
import { AuthFrame } from "#components/auth/auth-frame.tsx";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <QueryProvider>
      <AuthFrame>{children}</AuthFrame>
    </QueryProvider>
  );
}
