import { implement } from "@orpc/server";
import { guard, inProject } from "#lib/api/guard.ts";
import { actorIn, type Context } from "#lib/context.ts";
import { datasetsContract } from "./contract.ts";
import { createDataset, getDataset, listDatasets, updateDataset } from "./store/datasets.ts";
import { loadDemo } from "./store/demo.ts";
import { startFreeze } from "./store/freeze.ts";
import { startImport } from "./store/imports.ts";
import { previewDataset } from "./store/preview.ts";
import { previewUpload } from "./store/preview-import.ts";
import { getVersion } from "./store/versions.ts";

const os = implement(datasetsContract).$context<Context>();
const installation = os.use(guard);
const project = os.use(inProject);

export const datasetsRouter = os.router({
  list: project.list.handler(({ context }) => listDatasets(context.scope)),
  create: project.create.handler(({ context, input }) => createDataset(context.scope, input)),
  get: project.get.handler(({ context, input }) => getDataset(context.scope, input.dataset)),
  update: project.update.handler(({ context, input }) => updateDataset(context.scope, input)),
  preview: project.preview.handler(({ context, input }) => previewDataset(context.scope, input.filter)),
  freeze: project.freeze.handler(({ context, input }) => startFreeze(context.scope, input.dataset)),
  version: project.version.handler(({ context, input }) =>
    getVersion(context.scope, input.dataset, input.number),
  ),
  imports: {
    preview: project.imports.preview.handler(({ context, input }) =>
      previewUpload(context.scope, input.upload, input.options),
    ),
    start: project.imports.start.handler(({ context, input }) =>
      startImport(context.scope, input.upload, input.options),
    ),
  },
  demo: installation.demo.handler(({ context }) => loadDemo(actorIn(context))),
});
