// Loaded into the web server. Node ends any request that takes longer than five minutes to arrive, which an import
// of some gigabytes does; the limit on headers, which guards against idle connections, stays.
import { subscribe } from "node:diagnostics_channel";
import { Server } from "node:http";

subscribe("http.server.request.start", (message) => {
  if (typeof message !== "object" || message === null || !("server" in message)) return;
  if (message.server instanceof Server) message.server.requestTimeout = 0;
});
