import type { Metadata } from "next";
import { serverClient } from "#app/server-api.ts";
import { SignInForm } from "#components/auth/sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  const client = await serverClient();
  const { hasOwner } = await client.health();
  return <SignInForm hasOwner={hasOwner} />;
}
