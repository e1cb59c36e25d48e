/**
 * Whether a file may be dropped where `accept` is asked for: the syntax of the `accept` attribute of
 * `<input type="file">` (HTML Standard, "accept"): extensions, media types and `image/*` patterns, by commas.
 */
export function acceptsFile(file: { name: string; type: string }, accept: string | undefined): boolean {
  const wanted = (accept ?? "").split(",").map((part) => part.trim().toLowerCase());
  if (wanted.every((part) => part === "")) return true;
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  return wanted.some((part) => {
    if (part === "") return false;
    if (part.startsWith(".")) return name.endsWith(part);
    if (part.endsWith("/*")) return type.startsWith(part.slice(0, -1));
    return type === part;
  });
}
