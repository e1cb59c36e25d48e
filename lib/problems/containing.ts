/**
 * The ILIKE pattern for texts that contain `words` literally, whatever their case.
 * `%`, `_` and the escape character `\` of PostgreSQL's LIKE stand for themselves.
 */
export function containing(words: string): string {
  return `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
