import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * Is this IP address out in the internet? Only global unicast is (RFC 4291, RFC 6890): loopback, private, link-local,
 * carrier NAT, multicast, unspecified and reserved addresses are not, nor is any IPv6 form that carries an IPv4
 * address (mapped, 6to4, NAT64, Teredo), whatever it carries. False as well for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  // All that is handed out of IPv6 so far is 2000::/3; the rest has no business on a wire.
  return !(parsed instanceof ipaddr.IPv6) || (parsed.parts[0] ?? 0) >> 13 === 1;
}

/** Host and port of a URL as leaves name them, such as `127.0.0.1:8000`, `[::1]:8000` or `models.example.org:443`. */
export function hostAndPort(url: URL): string {
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return `${url.hostname.replace(/\.$/, "")}:${port}`;
}

/**
 * What an owner typed as a leave, in the form of `hostAndPort`; a pasted http(s) address will do. Null where it names
 * no host with a port.
 */
export function leaveFrom(typed: string): string | null {
  const text = typed.trim();
  if (/^https?:\/\//i.test(text)) {
    const url = URL.parse(text);
    return url === null || url.hostname === "" ? null : hostAndPort(url);
  }
  if (!/^(\[[0-9a-f:.]+\]|[^\s:/?#@[\]]+):\d{1,5}$/i.test(text)) return null;
  const url = URL.parse(`http://${text}`);
  return url === null || url.hostname === "" ? null : hostAndPort(url);
}

/** An IP address with a port, as leaves name them. */
export function addressAndPort(address: string, port: string): string {
  return isIP(address) === 6 ? hostAndPort(new URL(`http://[${address}]:${port}`)) : `${address}:${port}`;
}
