import { prismaAdapter } from "@better-auth/prisma-adapter";
import { betterAuth } from "better-auth";
import { prisma } from "#lib/db.ts";
import { env, secret } from "#lib/env.ts";

/** Where better-auth answers: sign-in, sign-out and password change, below the one door. */
export const SIGN_IN_PATH = "/api/v1/auth";

function create() {
  const origin = env().url;
  return betterAuth({
    appName: "Lemma",
    baseURL: origin,
    basePath: SIGN_IN_PATH,
    secret: secret(),
    database: prismaAdapter(prisma(), { provider: "postgresql", transaction: true }),
    // Accounts are made by accepting an invitation, never by signing up.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: { additionalFields: { isOwner: { type: "boolean", input: false, defaultValue: false } } },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    trustedOrigins: [origin, origin.replace("127.0.0.1", "localhost")],
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: { "/sign-in/email": { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: "lemma",
      useSecureCookies: origin.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
    },
    telemetry: { enabled: false },
  });
}

type SignIn = ReturnType<typeof create>;
let made: SignIn | undefined;

export function signIn(): SignIn {
  made ??= create();
  return made;
}
