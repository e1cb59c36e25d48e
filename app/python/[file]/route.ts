import { browserFile, FRAME_NAME, FRAME_POLICY, PACKAGES_NAME } from "#lib/python/browser-files.ts";

// All may have them, the frame without an origin too. Kept, but asked about each time: a new version of the studio
// has the same names.
const HEADERS = {
  "cache-control": "public, max-age=0, must-revalidate",
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

interface Context {
  params: Promise<{ file: string }>;
}

/** What Python in the browser is made of, and the frame in which it runs (lib/python/browser-frame.ts). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const name = (await params).file;
  const file = await browserFile(name);
  if (!file) {
    const reason =
      name === PACKAGES_NAME ? "SymPy isn't installed on this server." : "There is no such file.";
    return new Response(reason, { status: 404, headers: { ...HEADERS, "content-type": "text/plain" } });
  }
  const headers = {
    ...HEADERS,
    etag: file.etag,
    ...(name === FRAME_NAME ? { "content-security-policy": FRAME_POLICY } : {}),
  };
  if (request.headers.get("if-none-match")?.includes(file.etag))
    return new Response(null, { status: 304, headers });
  return new Response(file.body(), { headers: { ...headers, "content-type": file.type } });
}
