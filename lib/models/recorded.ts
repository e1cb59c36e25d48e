import { chatTexts, type RecordedRequest, recordOf } from "./chat.ts";
import type { EndpointSettings, Protocol } from "./contract.ts";
import { measuredTexts, measureRecord, type RecordedMeasure } from "./measuring.ts";
import type { MeasureRequest, ModelRequest } from "./request.ts";

/** A request as it is recorded, of a chat or of an endpoint that gives numbers. */
export type Recorded = RecordedRequest | RecordedMeasure;

/**
 * The request as this endpoint is asked it. A request of another kind than the endpoint's is a broken promise: a run
 * is started with models whose use fits alone.
 */
export function recordFor(
  { name, protocol, parameters }: Pick<EndpointSettings, "name" | "protocol" | "parameters">,
  request: ModelRequest | MeasureRequest,
): Recorded {
  if ("messages" in request) {
    if (protocol === "chat") return recordOf(request, parameters);
    throw new Error(`${name} isn't there for chats`);
  }
  if (protocol === "chat") throw new Error(`${name} gives no numbers`);
  return measureRecord(protocol, request, parameters);
}

export function protocolOf(record: Recorded): Protocol {
  return "protocol" in record ? record.protocol : "chat";
}

/** All texts that the model reads. */
export function textsOf(record: Recorded): string[] {
  return "protocol" in record ? measuredTexts(record) : chatTexts(record);
}

/** Most tokens of the reply; numbers have none. */
export function replyTokens(record: Recorded): number {
  return "protocol" in record ? 0 : record.parameters.maxTokens;
}
