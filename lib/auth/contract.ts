import { z } from "zod";
import { operation, rowId, timestamp } from "#lib/api/operation.ts";

export const role = z.enum(["curator", "reviewer", "lead"]);
export type Role = z.infer<typeof role>;

export const person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isOwner: z.boolean(),
});
export type Person = z.infer<typeof person>;

export const apiKey = z.object({
  id: rowId,
  name: z.string(),
  hint: z.string().describe("First characters of the key"),
  createdAt: timestamp,
  lastUsedAt: timestamp.nullable(),
});
export type ApiKey = z.infer<typeof apiKey>;

export const invitation = z.object({
  id: rowId,
  makesOwner: z.boolean(),
  project: z.object({ slug: z.string(), name: z.string() }).nullable(),
  role: role.nullable(),
  email: z.string().nullable(),
  expiresAt: timestamp,
});
export type Invitation = z.infer<typeof invitation>;

const token = z.string().min(20).max(100);
export const password = z.string().min(10, "Use at least 10 characters").max(128);

export const authContract = {
  me: operation
    .meta({ role: "user" })
    .route({ method: "GET", path: "/me", tags: ["People"], summary: "Who am I?" })
    .output(person),
  people: operation
    .meta({ role: "owner" })
    .route({ method: "GET", path: "/people", tags: ["People"], summary: "Everyone with an account" })
    .output(z.array(person.extend({ createdAt: timestamp, projects: z.number().int() }))),
  keys: {
    list: operation
      .meta({ role: "user" })
      .route({ method: "GET", path: "/me/keys", tags: ["API keys"], summary: "My API keys" })
      .output(z.array(apiKey)),
    create: operation
      .meta({ role: "user" })
      .route({
        method: "POST",
        path: "/me/keys",
        tags: ["API keys"],
        summary: "Make an API key; the key itself is shown this once",
      })
      .input(z.object({ name: z.string().trim().min(1).max(80) }))
      .output(apiKey.extend({ key: z.string() })),
    revoke: operation
      .meta({ role: "user" })
      .route({
        method: "DELETE",
        path: "/me/keys/{id}",
        tags: ["API keys"],
        summary: "Revoke one of my API keys",
      })
      .input(z.object({ id: rowId }))
      .output(z.object({ revoked: z.boolean() })),
  },
  invitations: {
    list: operation
      .meta({ role: "owner" })
      .route({ method: "GET", path: "/invitations", tags: ["People"], summary: "Open invitations" })
      .output(z.array(invitation)),
    create: operation
      .meta({ role: "owner" })
      .route({ method: "POST", path: "/invitations", tags: ["People"], summary: "Invite a person by link" })
      .input(
        z.object({
          email: z.email().max(254).optional().describe("When given, only this address can use the link"),
          makesOwner: z.boolean().default(false),
          project: z.string().optional().describe("Slug of the project to join"),
          role: role.optional().describe("Role in that project"),
        }),
      )
      .output(invitation.extend({ link: z.string().describe("Shown this once; valid for seven days") })),
    revoke: operation
      .meta({ role: "owner" })
      .route({
        method: "DELETE",
        path: "/invitations/{id}",
        tags: ["People"],
        summary: "Take an invitation back",
      })
      .input(z.object({ id: rowId }))
      .output(z.object({ revoked: z.boolean() })),
    open: operation
      .meta({ role: "public" })
      .route({
        method: "GET",
        path: "/invitations/open/{token}",
        tags: ["People"],
        summary: "What a link invites to",
      })
      .input(z.object({ token }))
      .output(invitation),
    accept: operation
      .meta({ role: "public" })
      .route({
        method: "POST",
        path: "/invitations/open/{token}/accept",
        tags: ["People"],
        summary: "Accept an invitation: as the person signed in, or with a new account",
      })
      .input(
        z.object({
          token,
          account: z
            .object({ name: z.string().trim().min(1).max(80), email: z.email().max(254), password })
            .optional()
            .describe("Left out when someone who is signed in joins"),
        }),
      )
      .output(z.object({ project: z.string().nullable() })),
  },
};
