import type { ModelParameters, Protocol } from "./contract.ts";

export interface Message {
  role: "system" | "user" | "assistant";
  content: string;
}

/** What a model of a chat is asked. */
export interface ModelRequest {
  messages: readonly Message[];
  /** Where the reply ends, the mark itself left out. */
  stop?: readonly string[];
  /** Over the endpoint's own. */
  parameters?: Partial<Omit<ModelParameters, "extra">>;
  /** Makes the endpoint's answer repeatable where it can. */
  seed?: number;
  /** The reply is to be JSON of this shape; asked for in whatever way the endpoint is known to take. */
  schema?: { name: string; schema: Readonly<Record<string, unknown>> };
}

/** What an endpoint that gives numbers is asked to measure: an answer to a question, or a text by itself. */
export interface MeasureRequest {
  question: string | null;
  answer: string;
}

export interface ModelReply {
  /** Id of the recorded call. */
  callId: number;
  text: string;
  /** `length` where the reply was cut at the most tokens. */
  finishReason: string | null;
  inputTokens: number;
  outputTokens: number;
  /** In dollars. */
  cost: number;
}

/** What became of a call that was tried as often as it makes sense. `message` says what to do. */
export type CallOutcome =
  | { ok: true; reply: ModelReply }
  | {
      ok: false;
      callId: number;
      /** refused: the endpoint won't answer this request, or any (key, model, address); failing: it keeps failing. */
      fault: "refused" | "failing";
      /** It was refused for what stands in it (too long, filtered): another one may pass. */
      onlyThis?: true;
      message: string;
    };

/** What a run's calls of one endpoint have used so far, those of its earlier attempts included. */
export interface Spent {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  cost: number;
  /** Calls that were out when a worker died: the endpoint may have charged for them, unseen. */
  lost: number;
}

/** Asks one endpoint on behalf of one run. */
export interface ModelCaller {
  readonly endpoint: {
    readonly id: number;
    readonly name: string;
    readonly concurrency: number;
    /** Most tokens of a reply. */
    readonly maxTokens: number;
    readonly protocol: Protocol;
  };
  /**
   * Asks, or gives the recorded answer to the run's call of the same slot: the recorded request counts then.
   * Recorded before it is sent. Waits for its turn by the endpoint's limits, tries again with back-off what may
   * pass. Once the run's signal is aborted nothing more is sent (rejects with its reason); what is out is still
   * waited for and recorded.
   */
  call(slot: string, request: ModelRequest | MeasureRequest): Promise<CallOutcome>;
  spent(): Spent;
  /** Most that a call of this request can cost, in dollars. */
  ceiling(request: ModelRequest | MeasureRequest): number;
  /** Waits until nothing is out. */
  settle(): Promise<void>;
}

/** A prompt's words. In both, {{name}} stands for a value. */
export interface PromptText {
  system: string;
  user: string;
}
