/** What better-auth answers when it refuses. */
interface Refusal {
  message?: string;
}

async function post(path: string, body: Record<string, unknown>): Promise<Response> {
  return fetch(`/api/v1/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

export type SignInOutcome = { ok: true } | { ok: false; message: string };

export async function signInWithPassword(email: string, password: string): Promise<SignInOutcome> {
  try {
    const response = await post("/sign-in/email", { email, password, rememberMe: true });
    if (response.ok) return { ok: true };
    if (response.status === 429)
      return { ok: false, message: "Too many tries. Wait a minute, then try again." };
    if (response.status === 401)
      return { ok: false, message: "This address and password don't go together." };
    const refusal: Refusal = await response.json();
    return { ok: false, message: refusal.message ?? "Signing in failed. Try again." };
  } catch {
    return { ok: false, message: "The studio can't be reached. Check the connection, then try again." };
  }
}

/** Ends the session, then leaves by a full page load so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  await post("/sign-out", {});
  window.location.assign("/sign-in");
}
