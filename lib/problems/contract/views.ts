import { z } from "zod";
import { operation, projectInput, rowId, timestamp } from "#lib/api/operation.ts";

export const viewRoom = z.enum(["problems", "candidates"]);
export type ViewRoom = z.infer<typeof viewRoom>;

/** A filter with a name, for all members of the project. */
export const savedView = z.object({
  id: rowId,
  room: viewRoom,
  name: z.string(),
  search: z.string().describe("The query string of the room's page, without the question mark"),
  by: z.string(),
  mine: z.boolean().describe("Saved by the caller: only they and leads replace it or take it away"),
  at: timestamp,
});
export type SavedView = z.infer<typeof savedView>;

const path = "/projects/{project}/views";
const tags = ["Views"];

export const viewsContract = {
  list: operation
    .meta({ role: "member" })
    .route({ method: "GET", path, tags, summary: "Saved views of a room, by name" })
    .input(projectInput.extend({ room: viewRoom }))
    .output(z.array(savedView)),
  save: operation
    .meta({ role: "curator" })
    .route({ method: "PUT", path, tags, summary: "Save a view; one's own of the same name is replaced" })
    .input(
      projectInput.extend({
        room: viewRoom,
        name: z.string().trim().min(1, "Give it a name").max(80),
        search: z.string().max(4000),
      }),
    )
    .output(savedView),
  remove: operation
    .meta({ role: "curator" })
    .route({
      method: "DELETE",
      path: `${path}/{view}`,
      tags,
      summary: "Take a view away that one saved oneself; leads take any away",
    })
    .input(projectInput.extend({ view: rowId }))
    .output(z.object({ removed: z.boolean() })),
};
