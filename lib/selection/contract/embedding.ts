import { z } from "zod";
import { operation, projectInput, rowId } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { pathFilter } from "#lib/paths/contract.ts";

export const embedRequest = z.object({
  model: rowId.describe("An endpoint with the use “embedding”"),
  filter: pathFilter.default({}),
  budget: z.number().min(0).nullable().default(null).describe("Stops before it would cost more, in dollars"),
});
export type EmbedRequest = z.infer<typeof embedRequest>;

/** A model's embeddings of a project's paths. */
export const embeddingModel = z.object({
  model: z.string().describe("The model's name in requests"),
  endpoints: z
    .array(z.object({ id: rowId, name: z.string() }))
    .describe("Endpoints of the registry that it can be asked at"),
  paths: z.number().int().describe("Paths that it has embedded"),
  missing: z.number().int().describe("Whole paths that it hasn't"),
});
export type EmbeddingModel = z.infer<typeof embeddingModel>;

const tags = ["Selection"];

export const embeddingOperations = {
  embeddings: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: "/projects/{project}/embeddings",
      tags,
      summary: "Models that embed paths, and how many they have embedded",
    })
    .input(projectInput)
    .output(z.array(embeddingModel)),
  embed: operation
    .meta({ role: "lead" })
    .route({
      method: "POST",
      path: "/projects/{project}/embeddings",
      tags,
      summary: "Embed the paths that an endpoint's model hasn't yet, as a run",
    })
    .input(projectInput.extend(embedRequest.shape))
    .output(run),
};
