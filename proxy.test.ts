import { NextRequest } from "next/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { config, contentSecurityPolicy, proxy } from "./proxy.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

function answerTo(headers: Record<string, string> = {}, url = "http://localhost:3000/projects") {
  return proxy(new NextRequest(url, { headers }));
}

function nonceOf(policy: string | null): string | undefined {
  return /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
}

describe("the content security policy", () => {
  test("lets no eval, no inline script and no other origin in", () => {
    const policy = contentSecurityPolicy("abc", false);
    const scripts = policy.split("; ").find((part) => part.startsWith("script-src"));
    expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    for (const part of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "frame-src 'self'",
      "connect-src 'self'",
    ]) {
      expect(policy.split("; ")).toContain(part);
    }
  });

  test("has a nonce of its own in each answer, the same that the page is rendered with", () => {
    const [first, second] = [answerTo(), answerTo()];
    const nonce = nonceOf(first.headers.get("content-security-policy"));
    expect(nonce).toHaveLength(48);
    expect(nonceOf(second.headers.get("content-security-policy"))).not.toBe(nonce);
    expect(first.headers.get("x-middleware-request-x-nonce")).toBe(nonce);
  });

  test("isn't taken from the request: a nonce sent by the browser is replaced", () => {
    const answer = answerTo({ "x-nonce": "mine", "content-security-policy": "script-src 'nonce-mine'" });
    expect(answer.headers.get("x-middleware-request-x-nonce")).not.toBe("mine");
    expect(answer.headers.get("x-middleware-request-content-security-policy")).not.toContain("nonce-mine");
  });
});

describe("strict transport security", () => {
  test("is asked for only over HTTPS", () => {
    expect(answerTo().headers.get("strict-transport-security")).toBeNull();
    expect(answerTo({ "x-forwarded-proto": "https" }).headers.get("strict-transport-security")).toBe(
      "max-age=31536000",
    );
    expect(
      answerTo({ "x-forwarded-proto": "http" }, "https://a.test/").headers.get("strict-transport-security"),
    ).toBeNull();
    vi.stubEnv("LEMMA_URL", "https://lemma.test");
    expect(answerTo().headers.get("strict-transport-security")).toBe("max-age=31536000");
  });
});

describe("the matcher", () => {
  const pattern = new RegExp(`^${config.matcher[0]}$`);
  test.each(["/", "/projects", "/projects/a-b/review", "/apiary", "/docs/api", "/pythons"])(
    "covers the page %s",
    (path) => {
      expect(pattern.test(path)).toBe(true);
    },
  );
  test.each(["/api", "/api/v1/import", "/python/frame.html", "/_next/static/chunks/a.js", "/icon.svg"])(
    "leaves %s alone",
    (path) => {
      expect(pattern.test(path)).toBe(false);
    },
  );
});
