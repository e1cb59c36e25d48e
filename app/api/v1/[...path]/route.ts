import { handleApi } from "#lib/api/handler.ts";
import { signIn } from "#lib/auth/sign-in.ts";

const SIGN_IN = /^\/api\/v1\/auth(\/|$)/;

/** The one door. Sign-in and sign-out are better-auth's own; everything else is in the contract. */
function answer(request: Request): Promise<Response> {
  return SIGN_IN.test(new URL(request.url).pathname) ? signIn().handler(request) : handleApi(request);
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
