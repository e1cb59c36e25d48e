import type { Access } from "./operation.ts";

/** The two operations that are streams of bytes, beside the contract: one in, one out. */
export interface StreamOperation {
  readonly name: string;
  readonly method: "GET" | "POST";
  readonly path: `/${string}`;
  readonly role: Access;
  readonly tag: string;
  readonly summary: string;
  readonly query: readonly { name: string; description: string }[];
}

export const uploadStream: StreamOperation = {
  name: "uploads.create",
  method: "POST",
  path: "/projects/{project}/uploads",
  role: "curator",
  tag: "Import",
  summary:
    "Upload a JSONL, CSV or Parquet file as the request's body; with import=true its import starts at once",
  query: [
    { name: "name", description: "File name, shown in reports" },
    {
      name: "import",
      description: "true: start the import as soon as the file is here; the answer then has the run",
    },
    { name: "keepGoing", description: "true: take the good lines where others are rejected" },
    { name: "model", description: "Model name for paths that name none" },
    { name: "split", description: "train or test, for problems that name none" },
  ],
};

export const exportStream: StreamOperation = {
  name: "datasets.export",
  method: "GET",
  path: "/projects/{project}/datasets/{dataset}/versions/{number}/export",
  role: "lead",
  tag: "Datasets",
  summary: "Download a frozen version as JSONL",
  query: [
    { name: "format", description: "trl-dpo, trl-sft or lemma" },
    { name: "style", description: "text (default) or messages, for trl formats" },
  ],
};

export const streams: readonly StreamOperation[] = [uploadStream, exportStream];
