"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { dollars } from "#components/ui/dollars.ts";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { askedOf } from "./asked.ts";
import { CALL_TONE, triesWords } from "./model-words.ts";
import { callQuery } from "./queries.ts";

interface CallSheetProps {
  project: string;
  /** The call to show; null while the sheet is closed. */
  call: number | null;
  onClose: () => void;
}

/** A recorded call: what was asked, word for word, and what came back. */
export function CallSheet({ project, call, onClose }: CallSheetProps) {
  return (
    <Sheet
      open={call !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={call === null ? "Call" : `Call ${call}`}
    >
      {call === null ? null : <CallBody project={project} call={call} />}
    </Sheet>
  );
}

function CallBody({ project, call }: { project: string; call: number }) {
  const query = useQuery(callQuery(api, project, call));
  if (query.isError) {
    return <Failure error={query.error} what="This call" onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <SkeletonLines lines={10} />;
  const { data } = query;
  const { messages, rest } = askedOf(data.request);
  const tries = triesWords(data);
  return (
    <div className="flex flex-col gap-4 p-4">
      <KeyValueList
        items={[
          { label: "State", value: <Badge tone={CALL_TONE[data.state]}>{data.state}</Badge> },
          { label: "Model", value: data.endpoint },
          { label: "Slot", value: data.slot },
          {
            label: "Tokens",
            value: `${data.inputTokens.toLocaleString("en")} in, ${data.outputTokens.toLocaleString("en")} out`,
          },
          { label: "Cost", value: dollars(data.cost) },
          ...(tries === null ? [] : [{ label: "Tries", value: tries }]),
          { label: "Sent", value: <RelativeTime at={data.createdAt} /> },
        ]}
      />
      {data.error === null ? null : (
        <Callout tone={data.state === "failed" ? "bad" : "warn"}>
          <span className="break-words">{data.error}</span>
        </Callout>
      )}
      {messages.map(({ role, content }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a recorded request never changes
        <Words key={place} title={role} text={content} />
      ))}
      {rest === "" ? null : <Words title="parameters" text={rest} />}
      {data.reply === null ? (
        <p className="text-ink-muted">{data.state === "sent" ? "It is out." : "There is no reply."}</p>
      ) : (
        <Words title="reply" text={data.reply} />
      )}
    </div>
  );
}

/** Texts of and for models hold anything: they are shown as they are written, never rendered. */
function Words({ title, text }: { title: string; text: string }) {
  return (
    <section className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-medium text-ink-muted text-xs">{title}</h3>
        <CopyButton text={text} label={`Copy the ${title}`} />
      </div>
      {text === "" ? (
        <p className="text-ink-faint text-xs">empty</p>
      ) : (
        <pre className="max-h-96 overflow-auto whitespace-pre-wrap break-words rounded-md bg-sunken p-2 font-mono text-xs">
          {text}
        </pre>
      )}
    </section>
  );
}
