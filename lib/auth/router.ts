import { implement } from "@orpc/server";
import { guard } from "#lib/api/guard.ts";
import { actorIn, type Context } from "#lib/context.ts";
import { authContract } from "./contract.ts";
import { invitationLink } from "./setup.ts";
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  openInvitation,
  revokeInvitation,
} from "./store/invitations.ts";
import { createKey, listKeys, revokeKey } from "./store/keys.ts";
import { listPeople } from "./store/people.ts";

const os = implement(authContract).$context<Context>().use(guard);

export const authRouter = os.router({
  me: os.me.handler(({ context }) => {
    const { userId, name, email, isOwner } = actorIn(context);
    return { id: userId, name, email, isOwner };
  }),
  people: os.people.handler(() => listPeople()),
  keys: {
    list: os.keys.list.handler(({ context }) => listKeys(actorIn(context))),
    create: os.keys.create.handler(({ context, input }) => createKey(actorIn(context), input.name)),
    revoke: os.keys.revoke.handler(async ({ context, input }) => ({
      revoked: await revokeKey(actorIn(context), input.id),
    })),
  },
  invitations: {
    list: os.invitations.list.handler(() => listInvitations()),
    create: os.invitations.create.handler(async ({ context, input }) => {
      const { token, ...invitation } = await createInvitation(actorIn(context), input);
      return { ...invitation, link: invitationLink(token) };
    }),
    revoke: os.invitations.revoke.handler(async ({ input }) => ({
      revoked: await revokeInvitation(input.id),
    })),
    open: os.invitations.open.handler(({ input }) => openInvitation(input.token)),
    accept: os.invitations.accept.handler(({ context, input }) =>
      acceptInvitation(input.token, context.actor, input.account),
    ),
  },
});
