import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { selectionContract } from "./contract.ts";
import { modelEarnings, setModelSize } from "./store/earnings.ts";
import { embeddingModels, startEmbed } from "./store/embeddings.ts";
import { previewSelection } from "./store/preview.ts";
import { selectionRow, selectionRows } from "./store/rows.ts";
import { getSelection, listSelections, removeSelection } from "./store/selections.ts";
import { startSelect } from "./store/start-select.ts";

const os = implement(selectionContract).$context<Context>().use(inProject);

export const selectionRouter = os.router({
  preview: os.preview.handler(({ context, input }) => previewSelection(context.scope, input.rule)),
  start: os.start.handler(({ context, input }) => startSelect(context.scope, input)),
  embeddings: os.embeddings.handler(({ context }) => embeddingModels(context.scope)),
  embed: os.embed.handler(({ context, input }) => startEmbed(context.scope, input)),
  list: os.list.handler(({ context }) => listSelections(context.scope)),
  get: os.get.handler(({ context, input }) => getSelection(context.scope, input.selection)),
  remove: os.remove.handler(async ({ context, input }) => {
    await removeSelection(context.scope, input.selection);
    return { removed: true };
  }),
  rows: os.rows.handler(({ context, input }) => selectionRows(context.scope, input)),
  row: os.row.handler(({ context, input }) => selectionRow(context.scope, input)),
  earnings: os.earnings.handler(({ context, input }) =>
    modelEarnings(context.scope, input.selection ?? null),
  ),
  setSize: os.setSize.handler(async ({ context, input }) => {
    await setModelSize(context.scope, input);
    return modelEarnings(context.scope, null);
  }),
});
