import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Fold } from "#components/problems/fold.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { PromptRoom } from "./prompt-room.ts";

interface PromptPreviewProps {
  room: PromptRoom;
  purpose: string;
  words: { system: string; user: string };
}

/** The prompt as a run would send it, filled in with problems of the project. */
export function PromptPreview({ room, purpose, words }: PromptPreviewProps) {
  const settled = useSettled(words, 400);
  const { data, error } = useQuery({
    queryKey: [...room.query.queryKey, "preview", purpose, settled],
    queryFn: () => room.preview({ purpose, ...settled }),
    enabled: settled.user.trim() !== "",
    placeholderData: keepPreviousData,
  });
  return (
    <Fold title="As a run would send it" open>
      {error ? (
        <p className="text-bad">{apiFailure(error).message}</p>
      ) : (
        <div className="flex min-h-40 flex-col gap-3">
          {data?.system ? <pre className={PLAIN}>{data.system}</pre> : null}
          <pre className={PLAIN}>{data?.user ?? ""}</pre>
        </div>
      )}
    </Fold>
  );
}

const PLAIN = "whitespace-pre-wrap break-words rounded-md bg-sunken p-3 font-mono text-xs";
