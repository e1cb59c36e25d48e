import "./globals.css";
import { CSPProvider } from "@base-ui/react/csp-provider";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Toaster } from "#components/ui/notify.tsx";
import { ThemeProvider } from "#components/ui/theme-provider.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";

export const metadata: Metadata = {
  title: { default: "Lemma", template: "%s · Lemma" },
  description: "A studio for maths reasoning data",
  robots: { index: false, follow: false },
  icons: { icon: "/icon.svg" },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9fafb" },
    { media: "(prefers-color-scheme: dark)", color: "#121316" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading a header makes every page dynamic, which a nonce for each request needs.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The theme's script sets an attribute here before React takes over.
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={nonce}>
          <CSPProvider {...(nonce === undefined ? {} : { nonce })}>
            <NuqsAdapter>
              <TooltipProvider>
                <div data-app-root="">{children}</div>
                <Toaster />
              </TooltipProvider>
            </NuqsAdapter>
          </CSPProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
