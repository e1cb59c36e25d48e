import { expect, test } from "./studio.ts";

test("pages carry a strict policy: no eval, no foreign origin, no framing", async ({ page }) => {
  const response = await page.goto("/projects");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).toMatch(/script-src [^;]*'nonce-/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/https?:/);
});

test("the session's cookie can't be read by scripts or sent by other sites", async ({ page, context }) => {
  await page.goto("/projects");
  const session = (await context.cookies()).find((cookie) => cookie.name.includes("session_token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("a page of another site can't change anything in a signed-in person's name", async ({ page }) => {
  const response = await page.request.post("/api/v1/projects", {
    headers: { origin: "https://evil.example" },
    data: { name: "Evil", slug: "evil" },
  });
  expect(response.status()).toBe(403);
});

test("nobody signs up without an invitation", async ({ page }) => {
  const response = await page.request.post("/api/v1/auth/sign-up/email", {
    data: { name: "Sly", email: "sly@lemma.test", password: "a long enough password" },
  });
  expect(response.ok()).toBe(false);
});
