import type { Metadata } from "next";
import { serverClient } from "#app/server-api.ts";
import { DeadLink } from "#components/auth/dead-link.tsx";
import { JoinForm } from "#components/auth/join-form.tsx";
import { apiFailure } from "#lib/api/client.ts";

export const metadata: Metadata = { title: "Join", referrer: "no-referrer" };

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const client = await serverClient();
  const [invitation, me] = await Promise.allSettled([
    client.auth.invitations.open({ token }),
    client.auth.me(),
  ]);
  if (invitation.status === "rejected") return <DeadLink message={apiFailure(invitation.reason).message} />;
  return (
    <JoinForm token={token} invitation={invitation.value} me={me.status === "fulfilled" ? me.value : null} />
  );
}
