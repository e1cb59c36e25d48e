import { z } from "zod";
import { type Upload, upload as uploadSchema } from "#lib/datasets/import-options.ts";

const answer = z.object({ upload: uploadSchema });
const refusal = z.object({ message: z.string() });

function messageOf(text: string): string {
  try {
    return refusal.parse(JSON.parse(text)).message;
  } catch {
    return "The upload was refused. Try again.";
  }
}

/**
 * Sends a file's bytes to the studio. `onProgress` gets the share sent, 0 to 1. Rejects with a message for people.
 * XMLHttpRequest, because fetch can't tell how much of a request's body has left.
 */
export function uploadFile(
  project: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(
      "POST",
      `/api/v1/projects/${encodeURIComponent(project)}/uploads?name=${encodeURIComponent(file.name)}`,
    );
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) =>
      onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => {
      const parsed = request.status < 300 ? answer.safeParse(JSON.parse(request.responseText)) : null;
      if (parsed?.success) resolve(parsed.data.upload);
      else reject(new Error(messageOf(request.responseText)));
    };
    request.onerror = () => reject(new Error("The connection broke before the file was there. Try again."));
    request.onabort = () => reject(new Error("Stopped."));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
