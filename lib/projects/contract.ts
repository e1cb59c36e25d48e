import { z } from "zod";
import { operation, projectInput, timestamp } from "#lib/api/operation.ts";
import { role } from "#lib/auth/contract.ts";

export const slug = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{1,62}$/,
    "Use 2 to 63 lower-case letters, digits and hyphens, starting with a letter or digit",
  );

export const projectCounts = z.object({
  problems: z.number().int(),
  paths: z.number().int(),
  correct: z.number().int(),
  checked: z.number().int(),
  pairs: z.number().int(),
  judged: z.number().int(),
  versions: z.number().int(),
});

export const project = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  role: role.describe("The caller's role; owners act as lead"),
  createdAt: timestamp,
});
export type Project = z.infer<typeof project>;

export const member = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  joinedAt: timestamp,
});
export type Member = z.infer<typeof member>;

const tags = ["Projects"];

export const projectsContract = {
  list: operation
    .meta({ role: "user" })
    .route({ method: "GET", path: "/projects", tags, summary: "Projects that I can see" })
    .output(z.array(project.extend({ problems: z.number().int(), paths: z.number().int() }))),
  create: operation
    .meta({ role: "owner" })
    .route({ method: "POST", path: "/projects", tags, summary: "Make a project" })
    .input(
      z.object({
        name: z.string().trim().min(1).max(80),
        slug,
        description: z.string().max(2000).default(""),
      }),
    )
    .output(project),
  get: operation
    .meta({ role: "member" })
    .route({
      method: "GET",
      path: "/projects/{project}",
      tags,
      summary: "One project, with the counts of its rooms",
    })
    .input(projectInput)
    .output(project.extend({ counts: projectCounts })),
  update: operation
    .meta({ role: "lead" })
    .route({
      method: "PATCH",
      path: "/projects/{project}",
      tags,
      summary: "Change a project's name or description",
    })
    .input(
      projectInput.extend({
        name: z.string().trim().min(1).max(80).optional(),
        description: z.string().max(2000).optional(),
      }),
    )
    .output(project),
  members: {
    list: operation
      .meta({ role: "lead" })
      .route({ method: "GET", path: "/projects/{project}/members", tags, summary: "Members and their roles" })
      .input(projectInput)
      .output(z.array(member)),
    set: operation
      .meta({ role: "lead" })
      .route({
        method: "PUT",
        path: "/projects/{project}/members",
        tags,
        summary: "Give a person with an account a role in the project",
      })
      .input(projectInput.extend({ email: z.email(), role }))
      .output(member),
    remove: operation
      .meta({ role: "lead" })
      .route({
        method: "DELETE",
        path: "/projects/{project}/members/{userId}",
        tags,
        summary: "Take a member out",
      })
      .input(projectInput.extend({ userId: z.string() }))
      .output(z.object({ removed: z.boolean() })),
  },
};
