import { env } from "#lib/env.ts";
import { ensureSetupInvitation } from "./store/invitations.ts";

/** The one-time link that makes the first owner, or null when the installation has an owner. */
export async function setupLink(): Promise<string | null> {
  const token = await ensureSetupInvitation();
  return token === null ? null : invitationLink(token);
}

export function invitationLink(token: string): string {
  return `${env().url}/join/${token}`;
}
