import { type NextRequest, NextResponse } from "next/server";

/**
 * What a page may load and run. Scripts need this request's nonce; what they load inherits the trust.
 * Styles may be inline: KaTeX and Monaco position what they draw with style attributes and elements of their own.
 * In development React and the bundler use eval for stack traces and hot updates; in production nothing does.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
}

/** Whether the browser came over HTTPS: as the reverse proxy in front says, or as the installation is configured. */
export function servedByHttps(
  request: Pick<NextRequest, "headers" | "nextUrl">,
  lemmaUrl: string | undefined,
): boolean {
  const forwarded = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  if (forwarded !== undefined && forwarded !== "") return forwarded === "https";
  return request.nextUrl.protocol === "https:" || (lemmaUrl?.startsWith("https://") ?? false);
}

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Next.js reads the nonce for its own scripts from the request's policy.
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (servedByHttps(request, process.env["LEMMA_URL"])) {
    response.headers.set("strict-transport-security", "max-age=31536000");
  }
  return response;
}

export const config = {
  // Pages only. The API stays out above all because a proxied request has its body buffered and cut at 10 MB,
  // and imports stream gigabytes. What lies under /python/ is public, and its frame has a policy of its own.
  matcher: ["/((?!api/|api$|python/|_next/static|_next/image|.*\\.(?:svg|png|ico|txt|webmanifest)$).*)"],
};
