/** `Content-Disposition` of a download under a name of any script (RFC 6266): plain for old clients, and exact. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w. -]+/g, "_");
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
