/** Dollars for a million tokens. */
export interface Prices {
  inputPrice: number;
  outputPrice: number;
}

const MILLION = 1_000_000;
/** What chat templates put around each message, generously. */
const MESSAGE_TOKENS = 16;
const BYTES_A_TOKEN = 4;

/** Price of a call, in dollars. */
export function costOf(tokens: { inputTokens: number; outputTokens: number }, prices: Prices): number {
  return (tokens.inputTokens * prices.inputPrice + tokens.outputTokens * prices.outputPrice) / MILLION;
}

/** About how many tokens a text is: one for four bytes of UTF-8, for endpoints that don't say. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN);
}

/**
 * Most that one answer can cost, in dollars. No tokenizer that falls back on bytes makes more tokens than its text
 * has bytes, and a reply has at most `maxTokens`.
 */
export function ceilingOf(texts: readonly string[], maxTokens: number, prices: Prices): number {
  const inputTokens = texts.reduce(
    (sum, text) => sum + Buffer.byteLength(text) + MESSAGE_TOKENS,
    MESSAGE_TOKENS,
  );
  return costOf({ inputTokens, outputTokens: maxTokens }, prices);
}
