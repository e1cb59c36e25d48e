const DELIMITERS = [",", ";", "\t"];

/**
 * Tells a CSV file's delimiter from its header line: of comma, semicolon and tab the one that stands there most
 * often outside quotes, the comma where none does or as often as another.
 */
export function sniffDelimiter(header: string): string {
  const bare = header.replace(/"[^"]*"?/g, "");
  let best = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = bare.split(delimiter).length - 1;
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return best;
}
