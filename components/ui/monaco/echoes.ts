const mostWaiting = 200;

/** With one more text that was given away and will come back, unless later ones come back in its place. */
export function withSent(waiting: readonly string[], text: string): readonly string[] {
  return [...waiting.slice(1 - mostWaiting), text];
}

/**
 * Whether a value that arrives was sent from here, perhaps some changes ago, and what is still waited for. An echo says
 * nothing new: setting it would undo what was typed since. Any other value comes from outside.
 */
export function received(
  waiting: readonly string[],
  value: string,
): { isEcho: boolean; waiting: readonly string[] } {
  const at = waiting.indexOf(value);
  return at < 0 ? { isEcho: false, waiting: [] } : { isEcho: true, waiting: waiting.slice(at + 1) };
}
